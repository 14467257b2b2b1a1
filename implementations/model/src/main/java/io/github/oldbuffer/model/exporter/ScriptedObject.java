package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.MemoryOwner;
import io.github.oldbuffer.model.machine.Place;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.ArrayList;
import java.util.List;

/** The kit's own exporter: does what the scenario says, and records what it is asked and given back. */
public final class ScriptedObject extends PyObject implements MemoryOwner {

    private final Scripted script;
    private final Place place;
    private final PyObject target;
    private final Memory memory;
    private final ScriptedLayout layout;

    /** The tokens of the views granted and not yet released. */
    private final List<Object> outstanding = new ArrayList<>(1);

    /** Takes a reference of its own to {@code target}, which is {@code null} unless the owner is OTHER. */
    public ScriptedObject(Scripted script, Place place, PyObject target) {
        this.script = script;
        this.place = place;
        this.target = target;
        memory = Memory.patterned(script.memory(), script.seed());
        layout = ScriptedLayout.of(script.geometry(), memory);
        if (target != null) {
            target.retain();
        }
    }

    @Override
    public boolean releasesBuffers() {
        return script.releases();
    }

    @Override
    public String typeName() {
        return script.releases() ? "oldbuffer.Scripted" : "oldbuffer.ScriptedWithoutRelease";
    }

    @Override
    public boolean exports() {
        return true;
    }

    @Override
    public Truth truth(Machine machine) {
        if (target != null) {
            return machine.truth(target);
        }
        return new Truth(layout.first(), layout.bytes());
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        Refusal refusal = script.refusal();
        if (refusal != null && (!refusal.writableOnly() || Flags.writable(flags))) {
            return refuse(machine, flags, Exceptions.of(refusal.exception(), "refused"));
        }
        if (target != null) {
            Reply reply = machine.getBuffer(target, flags);
            machine.record(this, place, reply.code() < 0 ? Traffic.Kind.REFUSED : Traffic.Kind.ACQUIRED, flags);
            return reply;
        }
        if (script.readonly() && Flags.writable(flags) && !has(Quirk.GRANTS_WRITABLE)) {
            return refuse(machine, flags, Exceptions.bufferError("the memory is read-only"));
        }
        boolean layoutMatters = Flags.strides(flags) || !has(Quirk.IGNORES_LAYOUT);
        String obstacle = layoutMatters ? layout.obstacle(flags) : null;
        return obstacle == null ? grant(machine, flags) : refuse(machine, flags, Exceptions.bufferError(obstacle));
    }

    private Reply refuse(Machine machine, int flags, Raised raised) {
        machine.record(this, place, Traffic.Kind.REFUSED, flags);
        if (!has(Quirk.FAILS_WITHOUT_EXCEPTION)) {
            machine.raise(raised);
        }
        int code = has(Quirk.FAILS_WITH_MINUS_TWO) ? -2 : -1;
        return new Reply(code, has(Quirk.RUBBISH_ON_FAILURE) ? rubbish() : null);
    }

    private Reply grant(Machine machine, int flags) {
        machine.record(this, place, Traffic.Kind.ACQUIRED, flags);
        if (has(Quirk.SUCCEEDS_WITH_EXCEPTION)) {
            machine.raise(Exceptions.of(ExceptionType.RUNTIME_ERROR, "set although the request was granted"));
        }
        boolean owned = script.owner() == Scripted.Owner.SELF;
        Object token = new Object();
        if (owned) {
            retain();
            outstanding.add(token);
        }
        return new Reply(has(Quirk.SUCCEEDS_WITH_ONE) ? 1 : 0, view(flags, owned ? this : null, token));
    }

    private BufferView view(int flags, PyObject owner, Object token) {
        int itemsize = script.geometry().itemsize();
        boolean rows = layout.suboffsets() != null && Flags.indirect(flags);
        boolean dimensions = layout.shape().length > 0;
        return new BufferView(
                owner,
                script.nullBuffer() ? null : rows ? layout.table() : layout.first(),
                has(Quirk.LENGTH_IN_ITEMS) ? layout.bytes() / itemsize : layout.bytes(),
                script.readonly(),
                itemsize,
                Flags.format(flags) ? script.geometry().format() : null,
                layout.shape().length,
                Flags.shape(flags) && dimensions ? layout.shape() : null,
                Flags.strides(flags) && dimensions ? layout.strides(rows) : null,
                rows ? layout.suboffsets() : null,
                token);
    }

    /** A view of nonsense that names this object as its owner without holding a reference to it. */
    private BufferView rubbish() {
        Address nowhere = new Address(Memory.nowhere(), 0);
        return new BufferView(this, nowhere, 0x5A5A5A, false, 0x5A, "Z", 1, null, null, null, "rubbish");
    }

    @Override
    public void releaseBuffer(Machine machine, BufferView view) {
        boolean known = outstanding.remove(view.internal());
        if (script.releases()) {
            machine.record(this, place, known ? Traffic.Kind.RELEASED : Traffic.Kind.RELEASED_UNKNOWN, 0);
        }
    }

    @Override
    protected void free(Machine machine) {
        memory.free();
        if (target != null) {
            target.drop(machine);
        }
    }

    private boolean has(Quirk quirk) {
        return script.quirks().contains(quirk);
    }
}
