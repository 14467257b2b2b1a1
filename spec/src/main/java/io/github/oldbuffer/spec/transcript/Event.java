package io.github.oldbuffer.spec.transcript;

import java.util.List;

/** What one step did. */
public sealed interface Event {

    /**
     * An object was made ({@code raised} is {@code null}) or could not be.
     *
     * @param told what Python says of it, where an expression made it; otherwise {@code null}
     */
    record Made(Raised raised, Told told) implements Event {
        public Made(Raised raised) {
            this(raised, null);
        }
    }

    /**
     * One of the four functions was called.
     *
     * @param code what it returned
     * @param raised the exception set after the call, or {@code null}; the implementation clears it
     * @param pointer what became of {@code *buffer}; {@link Pointer#UNTOUCHED} for CHECK
     * @param length what became of {@code *buffer_len}; {@code null} where it was not touched
     * @param sample the bytes read through the pointer right after a call that returned 0, or {@link Sample#NONE}
     * @param references change of the object's reference count, or {@link #UNCOUNTED}
     * @param others the changes of the reference counts of all other objects of the scenario, those inside objects included
     * @param damage the first byte that the call changed, of what the object stands on and of what lies around that;
     *     {@code null}: none
     * @param traffic what exporters that record saw during the call, in order
     */
    record Called(
            int code,
            Raised raised,
            Pointer pointer,
            Long length,
            Sample sample,
            int references,
            Counts others,
            Damage damage,
            List<Traffic> traffic)
            implements Event {
        public Called {
            traffic = List.copyOf(traffic);
        }
    }

    /** A reference count that this implementation cannot tell. */
    int UNCOUNTED = Integer.MIN_VALUE;

    /**
     * The new protocol was asked, by {@code Acquire} or {@code Parse}.
     *
     * @param granted whether it succeeded
     * @param raised the exception where it did not, or {@code null}
     * @param pointer {@code view.buf}; {@link Pointer#UNTOUCHED} where not granted
     * @param length {@code view.len}; 0 where not granted
     * @param fields the other fields, where {@code Acquire} was granted and the implementation tells them; otherwise
     *     {@code null}
     */
    record Viewed(
            boolean granted, Raised raised, Pointer pointer, long length, List<Traffic> traffic, ViewFields fields)
            implements Event {
        public Viewed {
            traffic = List.copyOf(traffic);
        }

        /** Without a word about further fields. */
        public Viewed(boolean granted, Raised raised, Pointer pointer, long length, List<Traffic> traffic) {
            this(granted, raised, pointer, length, traffic, null);
        }
    }

    /** Bytes were read through a pointer returned earlier. */
    record Peeked(Sample sample) implements Event {}

    /**
     * A byte was written through a pointer returned earlier.
     *
     * @param seen the byte (0 to 255) read by other means afterwards; -1 where that could not be done
     */
    record Poked(int seen) implements Event {}

    /** Any other step ended: as asked ({@code raised} is {@code null}) or with an exception. */
    record Done(Raised raised, List<Traffic> traffic) implements Event {
        public Done {
            traffic = List.copyOf(traffic);
        }
    }

    /** The step could not be done because an earlier one did not give what it needs, such as a pointer. */
    record Skipped(String why) implements Event {}
}
