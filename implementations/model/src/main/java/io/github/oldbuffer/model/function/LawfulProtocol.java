package io.github.oldbuffer.model.function;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Raised;

/** The new buffer protocol as CPython has it. */
public class LawfulProtocol implements NewProtocol {

    /** The length in UTF-8 of the str that scenarios have. */
    private static final int TEXT = 4;

    @Override
    public Reply acquire(Machine machine, PyObject object, int flags) {
        return machine.getBuffer(object, flags);
    }

    @Override
    public void release(Machine machine, BufferView view) {
        machine.release(view);
    }

    @Override
    public Reply parse(Machine machine, PyObject object, Step.Code code) {
        return switch (code) {
            case Y_STAR -> parseReadable(machine, object);
            case W_STAR -> parseWritable(machine, object);
            default -> parseText(machine, object, code);
        };
    }

    /** {@code s*}, {@code z*} and those without a star: text in UTF-8, None as NULL, and bytes-like objects. */
    private static Reply parseText(Machine machine, PyObject object, Step.Code code) {
        boolean none = object.typeName().equals("NoneType");
        if (code.takesNone() && none) {
            return Reply.granted(text(null, 0));
        } else if (code.takesText() && object.typeName().equals("str")) {
            return Reply.granted(text(new Address(Memory.patterned(TEXT, 0), 0), TEXT));
        } else if (code.pins()) {
            return parseReadable(machine, object);
        } else if (!object.exports() || object.releasesBuffers()) {
            return refuse(machine, mustBe("read-only bytes-like object", object));
        }
        Reply reply = parseReadable(machine, object);
        if (reply.code() == 0) {
            machine.release(reply.view());
            return Reply.granted(reply.view().ownedBy(null));
        }
        return reply;
    }

    private static BufferView text(Address start, long length) {
        return new BufferView(null, start, length, true, 1, null, 1, null, null, null, null);
    }

    /** {@code y*}: the exporter's own exception passes through. */
    private static Reply parseReadable(Machine machine, PyObject object) {
        Reply reply = machine.getBuffer(object, Flags.SIMPLE);
        if (reply.code() != 0) {
            Raised raised = machine.fetch();
            return refuse(machine, raised != null ? raised : mustBe("bytes-like object", object));
        }
        if (reply.view().suboffsets() != null) {
            machine.release(reply.view());
            return refuse(machine, mustBe("contiguous buffer", object));
        }
        return reply;
    }

    /** {@code w*}: every refusal becomes a TypeError. */
    private static Reply parseWritable(Machine machine, PyObject object) {
        Reply reply = machine.getBuffer(object, Flags.WRITABLE);
        // unlike y*, it takes any code but a negative one for a grant
        return reply.code() < 0
                ? refuse(machine, mustBe("read-write bytes-like object", object))
                : Reply.granted(reply.view());
    }

    private static Reply refuse(Machine machine, Raised raised) {
        machine.raise(raised);
        return Reply.REFUSED;
    }

    private static Raised mustBe(String what, PyObject object) {
        String type = object.typeName();
        String name = type.equals("NoneType") ? "None" : type;
        return Exceptions.typeError("argument 1 must be " + what + ", not " + name);
    }
}
