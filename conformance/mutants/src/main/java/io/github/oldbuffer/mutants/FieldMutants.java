package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.function.LawfulProtocol;
import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.scenario.Request;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** NEW-7 to NEW-9: a new protocol whose views are not as the request asked, or that grants what it cannot give. */
final class FieldMutants {

    private static final int STRIDES = 0x18;

    private FieldMutants() {}

    static List<Mutant> all() {
        return List.of(
                granting("NEW-7", "gives-the-format-unasked", "every view has a format", (flags, view) -> {
                    return view.format() != null
                            ? view
                            : with(view, view.readonly(), "B", view.shape(), view.strides());
                }),
                granting(
                        "NEW-7",
                        "says-that-all-can-be-written",
                        "readonly is 0 in a view with strides, whatever the memory is",
                        (flags, view) -> view.strides() == null
                                ? view
                                : with(view, false, view.format(), view.shape(), view.strides())),
                granting(
                        "NEW-8",
                        "gives-no-strides",
                        "a view has strides only where the request has PyBUF_INDIRECT or a format",
                        (flags, view) -> view.format() != null || (flags & Request.INDIRECT.flags()) > STRIDES
                                ? view
                                : with(view, view.readonly(), view.format(), view.shape(), null)),
                granting(
                        "NEW-8",
                        "turns-the-shape-around",
                        "the shape of a view has its dimensions the wrong way round",
                        (flags, view) -> view.shape() == null
                                ? view
                                : with(view, view.readonly(), view.format(), around(view.shape()), view.strides())),
                granting(
                        "NEW-8",
                        "gives-strides-to-who-asks-for-a-shape",
                        "a view of one dimension has strides where only its shape was asked for",
                        (flags, view) -> view.shape() == null || view.ndim() != 1
                                ? view
                                : with(view, view.readonly(), view.format(), view.shape(), new long[] {
                                    view.strides() == null ? view.itemsize() : view.strides()[0]
                                })),
                new Mutant(
                        "NEW-9",
                        "forgets-the-orders",
                        List.of(),
                        "asked for an order of items, it grants memory in any",
                        () -> Behaviour.of(new Orderless())),
                new Mutant(
                        "NEW-9",
                        "knows-no-order-of-fortran",
                        List.of(),
                        "it refuses the order of Fortran to memory of several dimensions",
                        () -> Behaviour.of(new OfCAlone())));
    }

    private static Mutant granting(
            String clause, String name, String sentence, BiFunction<Integer, BufferView, BufferView> change) {
        return new Mutant(clause, name, List.of(), sentence, () -> Behaviour.of(new Filling(change)));
    }

    private static long[] around(long[] shape) {
        long[] around = shape.clone();
        for (int i = 0; i < shape.length; i++) {
            around[i] = shape[shape.length - 1 - i];
        }
        return Arrays.equals(around, shape) ? shape : around;
    }

    private static BufferView with(BufferView v, boolean readonly, String format, long[] shape, long[] strides) {
        return new BufferView(
                v.obj(),
                v.buf(),
                v.len(),
                readonly,
                v.itemsize(),
                format,
                v.ndim(),
                shape,
                strides,
                v.suboffsets(),
                v.internal());
    }

    /** Fills in views otherwise. */
    private static final class Filling extends LawfulProtocol {
        private final BiFunction<Integer, BufferView, BufferView> change;

        private Filling(BiFunction<Integer, BufferView, BufferView> change) {
            this.change = change;
        }

        @Override
        public Reply acquire(Machine machine, PyObject object, int flags) {
            Reply reply = super.acquire(machine, object, flags);
            return reply.code() == 0 ? Reply.granted(change.apply(flags, reply.view())) : reply;
        }
    }

    /** Asks exporters for strides where an order was asked. */
    private static final class Orderless extends LawfulProtocol {
        private static final int ORDERS = 0xE0;

        @Override
        public Reply acquire(Machine machine, PyObject object, int flags) {
            return super.acquire(machine, object, flags & ~ORDERS);
        }
    }

    /** Refuses the order of Fortran. */
    private static final class OfCAlone extends LawfulProtocol {
        @Override
        public Reply acquire(Machine machine, PyObject object, int flags) {
            Reply reply = super.acquire(machine, object, flags);
            boolean asked = (flags & 0x40) != 0;
            if (reply.code() != 0 || !asked || reply.view().ndim() < 2) {
                return reply;
            }
            machine.release(reply.view());
            machine.raise(Exceptions.bufferError("refused by mistake"));
            return Reply.REFUSED;
        }
    }
}
