package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Contiguity;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.transcript.Raised;

/** A {@code memoryview}, which knows everything about its memory and tells what a request asks for. */
public final class MemoryViewObject extends PyObject implements Closable {

    private static final Raised RELEASED = Exceptions.valueError("operation forbidden on released memoryview object");
    private static final Raised NOT_C_CONTIGUOUS =
            Exceptions.bufferError("memoryview: underlying buffer is not C-contiguous");

    private final ManagedBuffer managed;
    private final BufferView view;
    private final boolean inCOrder;
    private final boolean inFortranOrder;
    private int views;
    private boolean released;

    private MemoryViewObject(ManagedBuffer managed, BufferView view) {
        this.managed = managed;
        this.view = view;
        inCOrder = view.suboffsets() == null && isContiguous(view, true);
        inFortranOrder = view.suboffsets() == null && isContiguous(view, false);
        managed.attach();
    }

    /**
     * {@code memoryview(exporter)}.
     *
     * @throws PythonException whatever the exporter raises; ValueError for a released memoryview
     */
    public static MemoryViewObject of(Machine machine, PyObject exporter) {
        if (exporter instanceof MemoryViewObject other) {
            other.requireUsable();
            return new MemoryViewObject(other.managed, other.view);
        }
        ManagedBuffer managed = ManagedBuffer.of(machine, exporter);
        return new MemoryViewObject(managed, Completion.complete(managed.master()));
    }

    /** {@code view[start:stop:step]}; TypeError for a view of no dimensions. */
    public MemoryViewObject slice(Slice slice) {
        requireUsable();
        if (view.ndim() == 0) {
            throw new PythonException(Exceptions.typeError("invalid indexing of 0-dim memory"));
        }
        return new MemoryViewObject(managed, Slices.slice(view, slice));
    }

    /** {@code view.cast(format, shape)}; TypeError or ValueError where that is impossible. */
    public MemoryViewObject cast(Cast cast) {
        requireUsable();
        return new MemoryViewObject(managed, Casts.cast(view, inCOrder, cast));
    }

    /** {@code view.toreadonly()}. */
    public MemoryViewObject toReadonly() {
        requireUsable();
        return new MemoryViewObject(
                managed,
                new BufferView(
                        null,
                        view.buf(),
                        view.len(),
                        true,
                        view.itemsize(),
                        view.format(),
                        view.ndim(),
                        view.shape(),
                        view.strides(),
                        view.suboffsets(),
                        null));
    }

    @Override
    public String typeName() {
        return "memoryview";
    }

    @Override
    public boolean exports() {
        return true;
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        Raised refusal = refusal(flags);
        if (refusal != null) {
            machine.raise(refusal);
            return Reply.REFUSED;
        }
        views++;
        retain();
        boolean shape = Flags.shape(flags);
        boolean dimensions = view.ndim() > 0;
        return Reply.granted(new BufferView(
                this,
                view.buf(),
                view.len(),
                view.readonly(),
                view.itemsize(),
                Flags.format(flags) ? view.format() : null,
                shape ? view.ndim() : 1,
                shape && dimensions ? view.shape() : null,
                Flags.strides(flags) && dimensions ? view.strides() : null,
                view.suboffsets(),
                null));
    }

    @Override
    public void releaseBuffer(Machine machine, BufferView granted) {
        views--;
    }

    @Override
    public void close(Machine machine) {
        if (released) {
            return;
        }
        if (views > 0) {
            throw new PythonException(
                    Exceptions.bufferError("memoryview has " + views + " exported buffer" + (views == 1 ? "" : "s")));
        }
        released = true;
        managed.detach(machine);
    }

    @Override
    protected void free(Machine machine) {
        if (!released) {
            released = true;
            managed.detach(machine);
        }
    }

    /** Why a request cannot be granted, in the order in which CPython checks; {@code null} where it can. */
    private Raised refusal(int flags) {
        if (released) {
            return RELEASED;
        }
        if (Flags.writable(flags) && view.readonly()) {
            return Exceptions.bufferError("memoryview: underlying buffer is not writable");
        }
        if (Flags.cContiguous(flags) && !inCOrder) {
            return NOT_C_CONTIGUOUS;
        }
        if (Flags.fContiguous(flags) && !inFortranOrder) {
            return Exceptions.bufferError("memoryview: underlying buffer is not Fortran contiguous");
        }
        if (Flags.anyContiguous(flags) && !inCOrder && !inFortranOrder) {
            return Exceptions.bufferError("memoryview: underlying buffer is not contiguous");
        }
        if (view.suboffsets() != null && !Flags.indirect(flags)) {
            return Exceptions.bufferError("memoryview: underlying buffer requires suboffsets");
        }
        if (!Flags.strides(flags) && !inCOrder) {
            return NOT_C_CONTIGUOUS;
        }
        if (!Flags.shape(flags) && Flags.format(flags)) {
            return Exceptions.bufferError("memoryview: cannot cast to unsigned bytes if the format flag is present");
        }
        return null;
    }

    private void requireUsable() {
        if (released) {
            throw new PythonException(RELEASED);
        }
    }

    /** In one dimension memoryview looks at the stride even where there are no items, unlike in more dimensions. */
    private static boolean isContiguous(BufferView view, boolean cOrder) {
        if (view.ndim() == 1) {
            return view.shape()[0] == 1 || view.strides()[0] == view.itemsize();
        }
        return cOrder
                ? Contiguity.inCOrder(view.itemsize(), view.shape(), view.strides())
                : Contiguity.inFortranOrder(view.itemsize(), view.shape(), view.strides());
    }
}
