package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.exporter.ByteArrayObject;
import io.github.oldbuffer.model.function.LawfulProtocol;
import io.github.oldbuffer.model.function.NewProtocol;
import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** NEW-1 to NEW-5: a new protocol that differs from what the four functions do, or that pins nothing. */
final class ProtocolMutants {
    private static final long TWO_GIB = 1L << 31;

    private ProtocolMutants() {}

    static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        asking(all, "NEW-1", "PyObject_GetBuffer(PyBUF_SIMPLE)", flags -> flags == Flags.SIMPLE, null);
        asking(all, "NEW-2", "PyObject_GetBuffer(PyBUF_WRITABLE)", flags -> flags == Flags.WRITABLE, null);
        asking(all, "NEW-3", "y*", flags -> false, Step.Code.Y_STAR);
        asking(all, "NEW-4", "w*", flags -> false, Step.Code.W_STAR);
        all.add(mutant("NEW-5", "pins-nothing", "an acquired view pins nothing", Unpinned::new));
        all.add(mutant(
                "NEW-5",
                "stays-pinned",
                "PyBuffer_Release gives up its reference without telling the view's owner",
                StaysPinned::new));
        all.add(mutant(
                "NEW-5",
                "pins-between-requests-only",
                "while another object is asked for its memory a held Py_buffer pins nothing",
                PinsBetweenRequests::new));
        all.add(mutant(
                "NEW-6",
                "takes-none-for-text",
                "s* and s# take None, as z* and z# do",
                () -> new Recoding(Map.of(Step.Code.S_STAR, Step.Code.Z_STAR, Step.Code.S_HASH, Step.Code.Z_HASH))));
        all.add(mutant(
                "NEW-6",
                "takes-text-for-bytes",
                "y# takes a str, as s# does",
                () -> new Recoding(Map.of(Step.Code.Y_HASH, Step.Code.S_HASH))));
        all.add(mutant(
                "NEW-6",
                "takes-what-moves-without-pinning-it",
                "y# takes a bytearray, whose memory nothing pins then",
                () -> new Recoding(Map.of(Step.Code.Y_HASH, Step.Code.Y_STAR))));
        return List.copyOf(all);
    }

    private static void asking(
            List<Mutant> all, String clause, String request, Predicate<Integer> flags, Step.Code code) {
        all.add(mutant(
                clause,
                "refuses-dimensions",
                request + " refuses memory of two dimensions and more",
                () -> new Differing(flags, code, (machine, reply) -> {
                    if (reply.view().ndim() < 2) {
                        return reply;
                    }
                    machine.release(reply.view());
                    machine.raise(Exceptions.bufferError("refused by mistake"));
                    return Reply.REFUSED;
                })));
        all.add(mutant(
                clause,
                "counts-a-byte-too-few-beyond-2-gib",
                request + " gives a byte too little from 2 GiB on",
                () -> new Differing(flags, code, (machine, reply) -> {
                    BufferView view = reply.view();
                    return view.len() < TWO_GIB ? reply : Reply.granted(resized(view, view.len() - 1));
                })));
        all.add(mutant(
                clause,
                "points-a-byte-further",
                request + " gives the address of the second byte of read-only or long memory",
                () -> new Differing(flags, code, (machine, reply) -> {
                    BufferView view = reply.view();
                    boolean wrong = view.buf() != null && view.len() > 0 && (view.readonly() || view.len() > 64);
                    return wrong ? Reply.granted(moved(view)) : reply;
                })));
    }

    private static Mutant mutant(String clause, String name, String sentence, Supplier<NewProtocol> protocol) {
        return new Mutant(clause, name, List.of(), sentence, () -> Behaviour.of(protocol.get()));
    }

    private static BufferView resized(BufferView v, long length) {
        return new BufferView(
                v.obj(),
                v.buf(),
                length,
                v.readonly(),
                v.itemsize(),
                v.format(),
                v.ndim(),
                v.shape(),
                v.strides(),
                v.suboffsets(),
                v.internal());
    }

    private static BufferView moved(BufferView v) {
        return new BufferView(
                v.obj(),
                v.buf().plus(1),
                v.len(),
                v.readonly(),
                v.itemsize(),
                v.format(),
                v.ndim(),
                v.shape(),
                v.strides(),
                v.suboffsets(),
                v.internal());
    }

    /** What becomes of a request that was granted. */
    private interface Change {
        Reply of(Machine machine, Reply granted);
    }

    /** Answers some requests otherwise. */
    private static final class Differing extends LawfulProtocol {
        private final Predicate<Integer> wrongFlags;
        private final Step.Code wrongCode;
        private final Change change;

        private Differing(Predicate<Integer> wrongFlags, Step.Code wrongCode, Change change) {
            this.wrongFlags = wrongFlags;
            this.wrongCode = wrongCode;
            this.change = change;
        }

        @Override
        public Reply acquire(Machine machine, PyObject object, int flags) {
            Reply reply = super.acquire(machine, object, flags);
            return reply.code() == 0 && wrongFlags.test(flags) ? change.of(machine, reply) : reply;
        }

        @Override
        public Reply parse(Machine machine, PyObject object, Step.Code code) {
            Reply reply = super.parse(machine, object, code);
            return reply.code() == 0 && code == wrongCode ? change.of(machine, reply) : reply;
        }
    }

    /** Gives every view back at once. */
    private static final class Unpinned extends LawfulProtocol {
        @Override
        public Reply acquire(Machine machine, PyObject object, int flags) {
            Reply reply = super.acquire(machine, object, flags);
            if (reply.code() != 0) {
                return reply;
            }
            machine.release(reply.view());
            return Reply.granted(reply.view().ownedBy(null));
        }
    }

    /** Lets the owner believe that its memory is still in use. */
    private static final class StaysPinned extends LawfulProtocol {
        @Override
        public void release(Machine machine, BufferView view) {
            if (view.obj() != null) {
                view.obj().drop(machine);
            }
        }
    }

    /** Lets go of all that is held while it asks anew: only code that runs inside a request finds out. */
    private static final class PinsBetweenRequests extends LawfulProtocol {
        private final Map<BufferView, PyObject> held = new IdentityHashMap<>();

        @Override
        public Reply acquire(Machine machine, PyObject object, int flags) {
            Reply reply = looselyDone(machine, () -> super.acquire(machine, object, flags));
            if (reply.code() == 0 && reply.view().obj() != null) {
                held.put(reply.view(), reply.view().obj());
            }
            return reply;
        }

        @Override
        public Reply parse(Machine machine, PyObject object, Step.Code code) {
            return looselyDone(machine, () -> super.parse(machine, object, code));
        }

        @Override
        public void release(Machine machine, BufferView view) {
            held.remove(view);
            super.release(machine, view);
        }

        private Reply looselyDone(Machine machine, Supplier<Reply> request) {
            List<BufferView> loose = held.keySet().stream()
                    .filter(view -> view.obj() instanceof ByteArrayObject)
                    .toList();
            loose.forEach(view -> view.obj().releaseBuffer(machine, view));
            Reply reply = request.get();
            for (BufferView view : loose) {
                Reply again = machine.unrecorded(() -> machine.getBuffer(view.obj(), 0));
                again.view().obj().drop(machine);
            }
            return reply;
        }
    }

    /** Takes some codes for others. */
    private static final class Recoding extends LawfulProtocol {
        private final Map<Step.Code, Step.Code> taken;

        private Recoding(Map<Step.Code, Step.Code> taken) {
            this.taken = taken;
        }

        @Override
        public Reply parse(Machine machine, PyObject object, Step.Code code) {
            return super.parse(machine, object, taken.getOrDefault(code, code));
        }
    }
}
