package io.github.oldbuffer.spec.scenario;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import java.util.EnumSet;
import java.util.Set;

/** One step of a scenario. */
public sealed interface Step {

    /** Makes an object; the number must be free. */
    record Make(int object, Exporter exporter, Born born) implements Step {

        /** Makes it through the C API. */
        public Make(int object, Exporter exporter) {
            this(object, exporter, Born.C);
        }
    }

    /**
     * Calls one of the four functions.
     *
     * @param nulls the arguments passed as NULL; reference level
     * @param pending an exception that is set before the call, or {@code null}; reference level
     */
    record Call(Function function, int object, Set<Argument> nulls, ExceptionType pending) implements Step {
        public Call {
            nulls = nulls.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(nulls));
        }

        public static Call of(Function function, int object) {
            return new Call(function, object, Set.of(), null);
        }

        /** Whether the contract speaks about this call: no NULL argument, nothing pending. */
        public boolean plain() {
            return nulls.isEmpty() && pending == null;
        }
    }

    /** An argument of the four functions. */
    enum Argument {
        OBJECT,
        BUFFER,
        LENGTH
    }

    /** Reads through the pointer that {@code function} last returned for the object. */
    record Peek(Function function, int object) implements Step {}

    /** Writes a byte through the pointer that WRITE last returned for the object, then reads it by other means. */
    record Poke(int object, long offset, int value) implements Step {}

    /** Changes a byte of the object's memory by other means than the four functions. */
    record Change(int object, long offset, int value) implements Step {}

    /**
     * Resizes a bytearray, an array, an mmap of a file, the stream behind a buffer, or a ctypes object (not below the size of
     * its type) to a length in bytes; new bytes are zero. Raises BufferError while exported.
     */
    record Resize(int object, long length, Way way) implements Step {

        /** In whatever way. */
        public Resize(int object, long length) {
            this(object, length, Way.ANY);
        }
    }

    /** Releases a memoryview or closes an mmap. Raises BufferError while exported. */
    record Release(int object) implements Step {}

    /** Acquires a view through the new protocol and keeps it. */
    record Acquire(int view, int object, Request request) implements Step {}

    /** Releases a view that was acquired. */
    record ReleaseView(int view) implements Step {}

    /** Parses the object with a {@code PyArg_ParseTuple} code and releases what it acquired. */
    record Parse(int object, Code code) implements Step {}

    /** The codes of {@code PyArg_ParseTuple} that take memory: those with a star pin it until it is released. */
    enum Code {
        Y_STAR("y*"),
        W_STAR("w*"),
        Y_HASH("y#"),
        S_HASH("s#"),
        Z_HASH("z#"),
        S_STAR("s*"),
        Z_STAR("z*");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** Whether the memory is pinned until it is released. */
        public boolean pins() {
            return text.endsWith("*");
        }

        /** Whether a str is taken too, as its bytes in UTF-8. */
        public boolean takesText() {
            return text.startsWith("s") || text.startsWith("z");
        }

        /** Whether None is taken too, as NULL. */
        public boolean takesNone() {
            return text.startsWith("z");
        }
    }

    /** Gives up the scenario's own reference to the object. */
    record Drop(int object) implements Step {}

    /**
     * Has Python code make an object over the memory of another.
     *
     * @param object its number, which must be free
     * @param of the number of the other
     * @param start where it begins: items of a memoryview, otherwise bytes
     */
    record Share(int object, int of, Sharing sharing, long start) implements Step {}

    /**
     * Has Python code append the memory of another object to a bytearray; asks the other through the new protocol.
     *
     * @param of the number of the other
     * @param way {@link Way#EXTEND}, {@link Way#ADD} or {@link Way#ASSIGN}
     */
    record Append(int object, int of, Way way) implements Step {}

    /**
     * Lays down what code runs inside a later step, once: the next time that the moment comes for the object while a step
     * asks for its memory, gives it up or slices it. What that code raises is swallowed there.
     *
     * @param object in whose method the code runs
     * @param inside a call in which nothing is NULL or pending, a resize, a release or a drop; about another object, but
     *     for a call at {@link Moment#BUFFER}, and for a resize at {@link Moment#RELEASE}, which is of what the object
     *     hands out
     */
    record Within(int object, Moment moment, Step inside) implements Step {}

    /** Hands the object to a C function that does not even look at it. */
    record Border(int object) implements Step {}
}
