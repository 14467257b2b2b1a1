package io.github.oldbuffer.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Real CPythons in worker processes. */
class CPythonTests {

    private static final Scenario CRASH = Scenario.of(
            new Step.Make(0, new Bytes(3, 1, false)),
            new Step.Call(Function.CHECK, 0, Set.of(Step.Argument.OBJECT), null));

    @Test
    void theBundledOneReadsBytes() throws UnavailableException {
        try (Implementation cpython = new CPythonProvider().open(CPythonProvider.BUNDLED)) {
            Event.Called called = read(run(cpython, new Bytes(3, 1, false)));
            assertEquals(0, called.code());
            assertNull(called.raised());
            assertEquals(Pointer.within(0), called.pointer());
            assertEquals(3L, called.length());
            assertEquals("010203", called.sample().hex());
            assertTrue(cpython.identity().version().startsWith("3."));
        }
    }

    @Test
    void aCrashIsToldOfExactlyTheScenarioThatCausedIt() throws UnavailableException {
        Scenario good = calls(new Bytes(3, 1, false));
        List<Scenario> batch = List.of(good, good, CRASH, good, CRASH, CRASH, good);
        try (Implementation cpython = new CPythonProvider().open(CPythonProvider.BUNDLED)) {
            List<Outcome> outcomes =
                    cpython.run(batch).stream().map(Transcript::outcome).toList();
            Outcome crashed = new Outcome.Died(Outcome.Death.CRASHED, 1, "SIGSEGV");
            assertEquals(
                    batch.stream()
                            .map(each -> each == CRASH ? crashed : Outcome.COMPLETED)
                            .toList(),
                    outcomes);
        }
    }

    /** The probe keeps such memory for the next scenario, at the edges as well as where it never looks itself. */
    @Test
    void memoryBeyondTwoGibIsZeroWhateverScenariosBeforeWroteThere() throws UnavailableException {
        long length = (1L << 31) + 5;
        long elsewhere = 1L << 20;
        Exporter huge = Scripted.flat(length, 1, false);
        Exporter there = new MemoryView(huge, List.of(new ViewOperation.Slice(elsewhere, elsewhere + 4, 1)));
        Step make = new Step.Make(0, huge);
        Step write = Step.Call.of(Function.WRITE, 0);
        Scenario edges = Scenario.of(make, write, new Step.Poke(0, 0, 255), new Step.Poke(0, length - 1, 254));
        Scenario inside = Scenario.of(make, write, new Step.Poke(0, elsewhere, 253), new Step.Poke(0, length / 2, 252));
        Scenario two = Scenario.of(make, new Step.Make(1, huge), write, new Step.Poke(0, 1, 251));
        Scenario other = Scenario.of(new Step.Make(0, Scripted.flat(length + 1, 1, false)), write);
        Scenario look = calls(huge);
        Scenario lookThere = calls(there);
        try (Implementation cpython = new CPythonProvider().open(CPythonProvider.BUNDLED)) {
            List<Transcript> first = cpython.run(List.of(look, lookThere));
            assertEquals("0".repeat(2 * 64), read(first.get(0)).sample().hex());
            assertEquals("00000000", read(first.get(1)).sample().hex());
            for (Scenario before : List.of(look, edges, inside, two, other)) {
                List<Transcript> then = cpython.run(List.of(before, look, before, lookThere));
                assertEquals(first, List.of(then.get(1), then.get(3)), before::toString);
            }
        }
    }

    @Test
    void largeBatchesComeBackWhole() throws UnavailableException {
        List<Scenario> batch = Collections.nCopies(5_000, calls(new ByteArray(1_000, 7, false)));
        try (Implementation cpython = new CPythonProvider().open(CPythonProvider.BUNDLED)) {
            List<Transcript> transcripts = cpython.run(batch);
            assertEquals(Collections.nCopies(5_000, transcripts.get(0)), transcripts);
        }
    }

    @Test
    void installedOnesDoAsTheBundledOneDoes() throws UnavailableException, IOException {
        List<Scenario> batch = new ArrayList<>();
        for (Exporter exporter : List.of(
                new Bytes(100, 1, false),
                new ByteArray(0, 0, true),
                new Array('i', 7, 2),
                new NonBuffer(NonBuffer.Kind.STR),
                Scripted.flat(20, 3, true))) {
            batch.add(calls(exporter));
        }
        batch.add(CRASH);
        List<Integer> bundled = codes(CPythonProvider.BUNDLED, batch);
        for (Path executable : InstalledPythons.find()) {
            assertEquals(bundled, codes(CPythonProvider.BUNDLED + ":" + executable, batch), executable.toString());
        }
    }

    @Test
    void theProviderIsFound() {
        List<ImplementationProvider> providers = ServiceLoader.load(ImplementationProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.accepts("cpython:/usr/bin/python3"))
                .toList();
        assertEquals(1, providers.size());
        assertInstanceOf(CPythonProvider.class, providers.get(0));
    }

    /** What each call of each scenario returned; -100 where the scenario did not complete. */
    private static List<Integer> codes(String id, List<Scenario> batch) throws UnavailableException {
        List<Integer> codes = new ArrayList<>();
        try (Implementation cpython = new CPythonProvider().open(id)) {
            for (Transcript transcript : cpython.run(batch)) {
                if (transcript.outcome() != Outcome.COMPLETED) {
                    codes.add(-100);
                }
                transcript.events().stream()
                        .filter(Event.Called.class::isInstance)
                        .forEach(event -> codes.add(((Event.Called) event).code()));
            }
        }
        return codes;
    }

    private static Transcript run(Implementation cpython, Exporter exporter) {
        return cpython.run(List.of(calls(exporter))).get(0);
    }

    private static Event.Called read(Transcript transcript) {
        assertEquals(Outcome.COMPLETED, transcript.outcome());
        return assertInstanceOf(Event.Called.class, transcript.events().get(1));
    }

    private static Scenario calls(Exporter exporter) {
        return Scenario.of(
                new Step.Make(0, exporter),
                Step.Call.of(Function.READ, 0),
                Step.Call.of(Function.CHAR, 0),
                Step.Call.of(Function.CHECK, 0),
                Step.Call.of(Function.WRITE, 0),
                new Step.Drop(0));
    }
}
