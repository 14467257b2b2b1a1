package io.github.oldbuffer.spec.shape;

/** How a value is told by choices. */
@FunctionalInterface
public interface Coded<T> {

    /**
     * A writer writes the choices that make the value, and gives it back; a reader gives back what the choices make that
     * it reads. Any choices make some value.
     *
     * @param like what a writer writes; {@code null} for a reader, and where a value is none of those that can be told
     */
    T code(Coder coder, T like);

    /** A value that no choice tells. */
    static <T> Coded<T> only(T value) {
        return (coder, like) -> value;
    }

    /** What there is a choice of since a version only. */
    static <T> Coded<T> since(int version, Coded<T> coded, T before) {
        return (coder, like) -> coder.version() < version ? before : coded.code(coder, like);
    }
}
