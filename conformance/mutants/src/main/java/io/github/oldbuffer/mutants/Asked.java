package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Contiguity;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.scenario.Function;

/**
 * A call as a fault sees it.
 *
 * @param object never {@code null}: calls with NULL are left as they are
 * @param view everything the object tells of its memory; {@code null} where it has none to offer
 * @param number how many calls of this function the implementation has had, this one included
 * @param before the function called last, where that was on the same object; otherwise {@code null}
 */
record Asked(Function function, Machine machine, PyObject object, BufferView view, long number, Function before) {
    /** Asks the object for everything, without a trace in what exporters record. */
    static BufferView viewOf(Machine machine, PyObject object) {
        if (!object.exports()) {
            return null;
        }
        BufferView view = machine.unrecorded(() -> {
            Reply reply = machine.getBuffer(object, Flags.FULL_RO);
            if (reply.code() == 0) {
                machine.release(reply.view());
            }
            return reply.code() == 0 ? reply.view() : null;
        });
        machine.raise(null);
        return view;
    }

    boolean hasMemory() {
        return view != null;
    }

    boolean longerThan(long bytes) {
        return view != null && view.len() > bytes;
    }

    boolean lengthFrom(long least, long most) {
        return view != null && view.len() >= least && view.len() <= most;
    }

    /** Whether a multiple of the item size is more than a byte. */
    boolean wideItems() {
        return view != null && view.itemsize() > 1;
    }

    boolean dimensions(int least, int most) {
        return view != null && view.ndim() >= least && view.ndim() <= most;
    }

    boolean readonly() {
        return view != null && view.readonly();
    }

    boolean indirect() {
        return view != null && view.suboffsets() != null && view.len() > 0;
    }

    boolean oneSegment() {
        return view != null && view.suboffsets() == null && (view.ndim() == 0 || inOrder(true));
    }

    /** Whether direct memory is cut up. */
    boolean strided() {
        return view != null && view.suboffsets() == null && view.len() > 0 && !oneSegment();
    }

    boolean reversed() {
        if (strided() && view.strides() != null) {
            for (long stride : view.strides()) {
                if (stride < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether memory lies without gaps, though not in C order. */
    boolean fortran() {
        return strided() && inOrder(false);
    }

    private boolean inOrder(boolean c) {
        if (view.shape() == null || view.strides() == null) {
            return c;
        }
        return c
                ? Contiguity.inCOrder(view.itemsize(), view.shape(), view.strides())
                : Contiguity.inFortranOrder(view.itemsize(), view.shape(), view.strides());
    }
}
