package io.github.oldbuffer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.model.function.DocumentFunctions;
import io.github.oldbuffer.model.function.FourFunctions;
import io.github.oldbuffer.model.function.LawfulProtocol;
import io.github.oldbuffer.model.function.NewProtocol;
import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Call;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Functions made wrong on purpose: the machine shows every one of their mistakes in the transcript. */
class MutantTests {

    @Test
    void aForgottenReleaseShowsInCountsAndTraffic() {
        FourFunctions forgetful = new DocumentFunctions() {
            @Override
            protected void release(Function function, Machine machine, BufferView view) {
                // the mistake
            }
        };

        Event.Called scripted = read(forgetful, Scripted.flat(2, 0, false));
        assertEquals(1, scripted.references());
        assertEquals(List.of(Expect.acquired(0, 0)), scripted.traffic());
        Event.Called python =
                read(forgetful, new PythonClass(new ByteArray(2, 0, false), PythonClass.Answer.VIEW, null, false));
        assertEquals(1, python.references());
        assertEquals(new Counts(List.of(new Count(0, 1, 1)), true), python.others());
    }

    @Test
    void aSecondReleaseShowsInCountsAndTraffic() {
        FourFunctions eager = new DocumentFunctions() {
            @Override
            protected void release(Function function, Machine machine, BufferView view) {
                machine.release(view);
                machine.release(view);
            }
        };

        List<Event> events = Expect.run(
                mutant(eager, new LawfulProtocol()),
                new Step.Make(0, Scripted.flat(2, 0, false)),
                Call.of(Function.READ, 0),
                Call.of(Function.READ, 0));
        for (Event event : events.subList(1, 3)) {
            Event.Called called = (Event.Called) event;
            assertEquals(-1, called.references());
            assertEquals(
                    List.of(
                            Expect.acquired(0, 0),
                            Expect.released(0),
                            new Traffic(0, 0, Traffic.Kind.RELEASED_UNKNOWN, 0)),
                    called.traffic());
            assertEquals(Expect.sample(0, 1), called.sample(), "the object survives");
        }
    }

    @Test
    void aCopyIsElsewhereAndNewEachTime() {
        FourFunctions copying = new DocumentFunctions() {
            @Override
            protected Address address(Function function, BufferView view) {
                return new Address(Memory.patterned(view.len(), 0), 0);
            }
        };

        List<Event> events = Expect.run(
                mutant(copying, new LawfulProtocol()),
                new Step.Make(0, new ByteArray(2, 0, false)),
                Call.of(Function.READ, 0),
                Call.of(Function.WRITE, 0),
                new Step.Poke(0, 0, 1));
        assertEquals(Pointer.elsewhere(0), ((Event.Called) events.get(1)).pointer());
        assertEquals(Pointer.elsewhere(1), ((Event.Called) events.get(2)).pointer());
        assertEquals(new Event.Skipped("the pointer is not in the object's memory"), events.get(3));
    }

    @Test
    void damageShowsWithItsOffset() {
        FourFunctions terminating = new DocumentFunctions() {
            @Override
            protected Address address(Function function, BufferView view) {
                view.buf().plus(view.len()).write(1);
                return view.buf();
            }
        };

        assertEquals(
                new Damage(5L, 5), read(terminating, new ByteArray(5, 0, false)).damage());
    }

    /** The memory of the object does not begin where that of its base does. */
    @Test
    void damageOfASliceShowsWithItsOffsetInTheSlice() {
        FourFunctions terminating = new DocumentFunctions() {
            @Override
            protected Address address(Function function, BufferView view) {
                view.buf().plus(view.len() + Memory.GUARD - 1 - 3).write(1);
                return view.buf();
            }
        };

        Exporter slice = new MemoryView(new ByteArray(8, 0, false), List.of(new ViewOperation.Slice(3L, null, 1)));
        assertEquals(
                new Damage(8L + Memory.GUARD - 4, 5 + Memory.GUARD - 4),
                read(terminating, slice).damage());
    }

    @Test
    void aPointerToTheSamePlaceElsewhereKeepsItsNumber() {
        Address place = new Address(Memory.patterned(2, 0), 0);
        FourFunctions copying = new DocumentFunctions() {
            @Override
            protected Address address(Function function, BufferView view) {
                return place;
            }
        };

        List<Event> events = Expect.run(
                mutant(copying, new LawfulProtocol()),
                new Step.Make(0, new ByteArray(2, 0, false)),
                Call.of(Function.READ, 0),
                Call.of(Function.READ, 0));
        assertEquals(Pointer.elsewhere(0), ((Event.Called) events.get(1)).pointer());
        assertEquals(Pointer.elsewhere(0), ((Event.Called) events.get(2)).pointer());
    }

    @Test
    void nullForBytesThatThereAreIsNotReadAndNotWritten() {
        FourFunctions trusting = new DocumentFunctions() {
            @Override
            protected boolean serves(Function function, BufferView view) {
                return true;
            }
        };
        Scripted nowhere =
                new Scripted(3, 0, Geometry.flat(3), false, null, Scripted.Owner.SELF, null, true, true, Set.of());

        Event.Called called = read(trusting, nowhere);
        assertEquals(Pointer.NULL, called.pointer());
        assertEquals(Sample.NONE, called.sample());
    }

    @Test
    void theModelTellsOfAnExceptionThatAGrantLeft() {
        Scripted unlawful = new Scripted(
                3,
                0,
                Geometry.flat(3),
                false,
                null,
                Scripted.Owner.SELF,
                null,
                false,
                true,
                Set.of(Quirk.SUCCEEDS_WITH_EXCEPTION));

        Event.Called called = read(new DocumentFunctions(), unlawful);
        assertEquals(-1, called.code());
        assertEquals(Expect.typeError("set although the request was granted"), called.raised());
    }

    @Test
    void aDanglingPointerIsUnreadable() {
        FourFunctions dangling = new DocumentFunctions() {
            @Override
            protected Address address(Function function, BufferView view) {
                return new Address(Memory.nowhere(), 0);
            }
        };

        assertEquals(
                Sample.UNREADABLE, read(dangling, new ByteArray(5, 0, false)).sample());
    }

    @Test
    void theNewProtocolIsReplaceableToo() {
        NewProtocol unpinned = new LawfulProtocol() {
            @Override
            public Reply acquire(Machine machine, PyObject object, int flags) {
                Reply reply = super.acquire(machine, object, flags);
                machine.release(reply.view());
                return new Reply(reply.code(), reply.view().ownedBy(null));
            }
        };

        List<Event> events = Expect.run(
                mutant(new DocumentFunctions(), unpinned),
                new Step.Make(0, new ByteArray(2, 0, false)),
                new Step.Acquire(0, 0, Request.SIMPLE),
                new Step.Resize(0, 9));
        assertEquals(Expect.DONE, events.get(2));
    }

    private static Event.Called read(FourFunctions functions, Exporter exporter) {
        List<Event> events = Expect.run(
                mutant(functions, new LawfulProtocol()), new Step.Make(0, exporter), Call.of(Function.READ, 0));
        return (Event.Called) events.get(1);
    }

    private static ModelImplementation mutant(FourFunctions functions, NewProtocol protocol) {
        return new ModelImplementation(new Identity("mutant", "Mutant", "1"), functions, protocol);
    }
}
