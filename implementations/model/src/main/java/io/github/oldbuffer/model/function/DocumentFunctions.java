package io.github.oldbuffer.model.function;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Raised;

/**
 * The four functions as the document describes them.
 *
 * <p>Each acquires a view, takes its address and length, and releases it at once, as CPython's do. They differ from
 * CPython's in that every failure is a TypeError, as the document says, and in that an exporter which breaks the rules
 * in a way that shows counts as a failure. An exception that was pending before the call survives success.
 *
 * <p>The protected methods are the decisions in it; a mutant overrides one of them.
 */
public class DocumentFunctions implements FourFunctions {

    @Override
    public int call(Function function, Machine machine, PyObject object, Output<Address> buffer, Output<Long> length) {
        Raised pending = machine.fetch();
        int code = function == Function.CHECK ? check(machine, object) : as(function, machine, object, buffer, length);
        if (code >= 0 && pending != null) {
            machine.raise(pending);
        }
        return code;
    }

    private int check(Machine machine, PyObject object) {
        BufferView view = object == null ? null : acquire(Function.CHECK, machine, object);
        if (view == null) {
            clear(machine);
            return 0;
        }
        release(Function.CHECK, machine, view);
        return 1;
    }

    private int as(Function function, Machine machine, PyObject object, Output<Address> buffer, Output<Long> length) {
        if (object == null || buffer == null || length == null) {
            machine.raise(Exceptions.typeError("null argument"));
            return -1;
        }
        BufferView view = acquire(function, machine, object);
        if (view == null) {
            machine.raise(failure(function, machine.fetch()));
            return -1;
        }
        buffer.set(address(function, view));
        length.set(length(function, view));
        release(function, machine, view);
        return 0;
    }

    /** A view that serves the function, or {@code null}; then perhaps with an exception set that says why. */
    private BufferView acquire(Function function, Machine machine, PyObject object) {
        Reply reply = machine.getBuffer(object, flags(function));
        if (reply.code() < 0) {
            refused(function, machine, object);
            return null;
        }
        Raised unexpected = machine.fetch();
        if (reply.code() == 0 && unexpected == null && serves(function, reply.view())) {
            return reply.view();
        }
        release(function, machine, reply.view());
        machine.raise(unexpected);
        return null;
    }

    /** What is done about a request that was refused: nothing, for no view was acquired. */
    protected void refused(Function function, Machine machine, PyObject object) {}

    /** What the exporter is asked for. */
    protected int flags(Function function) {
        return function == Function.WRITE ? Flags.WRITABLE : Flags.SIMPLE;
    }

    /** Whether a view that was granted is what was asked for, as far as the consumer can tell. */
    protected boolean serves(Function function, BufferView view) {
        boolean memory = view.len() >= 0 && (view.buf() != null || view.len() == 0);
        return memory && !(function == Function.WRITE && view.readonly());
    }

    /** What is stored in {@code *buffer}. */
    protected Address address(Function function, BufferView view) {
        return view.buf();
    }

    /** What is stored in {@code *buffer_len}, in bytes. */
    protected long length(Function function, BufferView view) {
        return view.len();
    }

    /** Ends the view; from here on nothing keeps the memory in place. */
    protected void release(Function function, Machine machine, BufferView view) {
        machine.release(view);
    }

    /**
     * The exception that a failure leaves.
     *
     * @param cause what the exporter raised, or {@code null}
     */
    protected Raised failure(Function function, Raised cause) {
        if (function == Function.WRITE) {
            return Exceptions.typeError("expected a writable bytes-like object");
        }
        if (cause != null && cause.typeError()) {
            return cause;
        }
        return Exceptions.typeError(cause == null ? "expected a bytes-like object" : cause.message());
    }

    /** What CHECK does with the exception of an exporter that refused. */
    protected void clear(Machine machine) {
        machine.fetch();
    }
}
