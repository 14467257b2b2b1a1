package io.github.oldbuffer.model.machine;

/**
 * An object with a reference count, made with one reference that belongs to its maker.
 *
 * <p>An object that offers memory overrides {@link #exports}, {@link #getBuffer} and, where it keeps account of its
 * views, {@link #releaseBuffer}.
 */
public abstract class PyObject {

    private int references = 1;
    private int marked;

    /** The name of its Python type, as messages show it. */
    public abstract String typeName();

    /** Whether its type has a {@code bf_getbuffer}. */
    public boolean exports() {
        return false;
    }

    /** Whether its type has a {@code bf_releasebuffer}, as most have that let their memory move. */
    public boolean releasesBuffers() {
        return exports();
    }

    /**
     * The type's {@code bf_getbuffer}: grants the request with a view that holds a reference, or sets an exception.
     *
     * @param flags of {@code PyBUF_}, see {@link Flags}
     */
    public Reply getBuffer(Machine machine, int flags) {
        throw new IllegalStateException("an object of type " + typeName() + " exports no memory");
    }

    /** The type's {@code bf_releasebuffer}; the view's reference is the caller's business. */
    public void releaseBuffer(Machine machine, BufferView view) {
        // most types keep no account
    }

    public final int references() {
        return references;
    }

    /** How many references more, or fewer where negative, there are than at the last mark. */
    public final int gained() {
        return references - marked;
    }

    /** Counts some of the references gained since the last mark no more. */
    final void forgive(int some) {
        marked += some;
    }

    final void mark() {
        marked = references;
    }

    public final void retain() {
        references++;
    }

    /** Gives up a reference; the last one frees the object, and any beyond it is counted and otherwise ignored. */
    public final void drop(Machine machine) {
        references--;
        if (references == 0) {
            free(machine);
        }
    }

    /** Frees what the object holds; called once. */
    protected void free(Machine machine) {
        // most objects hold nothing
    }
}
