package io.github.oldbuffer.spec.exporter;

/**
 * An instance of a Python class that defines {@code __buffer__}, as PEP 688 allows from Python 3.12 on.
 *
 * @param base what the method hands out a memoryview of
 * @param answer what the method does when asked
 * @param exception what it raises where {@code answer} is {@link Answer#RAISES}, otherwise {@code null}
 * @param releases whether the class also defines {@code __release_buffer__}
 */
public record PythonClass(Exporter base, Answer answer, ExceptionType exception, boolean releases) implements Exporter {

    /** What {@code __buffer__} does. */
    public enum Answer {
        /** Returns {@code memoryview(base)}. */
        VIEW,
        /** Returns an object that is no memoryview, which Python turns into a TypeError. */
        NO_VIEW,
        /** Raises {@link PythonClass#exception()}. */
        RAISES
    }
}
