package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.Distorted;
import io.github.oldbuffer.suite.generate.Themes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SearchTests {

    private static final String CLAUSE = "CHECK-1";
    private static final int LARGEST = 64;

    @Test
    void batchesGrowAndEndWithTheSource() {
        Batches batches = new Batches(ModelImplementation.lawful());
        search(batches, 200, new Watching());

        assertEquals(List.of(1, 2, 4, 8, 16, 32, 64, 64, 9), batches.sizes);
    }

    @Test
    void afterADeathScenariosRunOneByOneAndBatchesGrowAgain() {
        Scenario fatal = scenario(2);
        Batches batches =
                new Batches(Distorted.dying(Death.CRASHED, "SIGSEGV", (scenario, step) -> scenario.equals(fatal)));
        search(batches, 12, new Watching());

        // the batch of four was under way when the death in the one before was seen
        assertEquals(List.of(1, 2, 4, 1, 2, 2), batches.sizes);
    }

    @Test
    void resultsArriveInTheOrderOfTheSourceWhateverTheTiming() {
        Batches slowAtFirst = new Batches(ModelImplementation.lawful(), batch -> {
            LockSupport.parkNanos(20_000_000L / batch.size());
            return batch;
        });
        Watching watching = new Watching();
        search(slowAtFirst, 100, watching);

        List<Scenario> expected = new ArrayList<>();
        tries(100).forEachRemaining(tried -> expected.add(tried.scenario()));
        assertEquals(expected, watching.examined.stream().map(Try::scenario).toList());
        assertEquals(ModelImplementation.lawful().run(expected), watching.transcripts);
        assertEquals(100, watching.advanced);
    }

    @Test
    void callsThatKillTooOftenAreLeftOutAndCounted() {
        Batches batches = new Batches(Distorted.dying(
                Death.CRASHED, "SIGSEGV", (scenario, step) -> scenario.steps().get(step) instanceof Step.Call));
        Watching watching = new Watching();
        Tally tally = search(batches, 500, watching);

        assertTrue(tally.skipped() > 300, "left out " + tally.skipped());
        assertEquals(500, tally.scenarios() + tally.skipped());
        assertEquals(tally.skipped(), tally.scenariosLeftOut(CLAUSE));
        assertEquals(tally.scenarios(), tally.deaths(CLAUSE));
        assertEquals(0, tally.exercisedTimes(CLAUSE));
        assertEquals(500, watching.advanced, "what is left out is progress too");
        assertEquals(
                tally.scenarios(), batches.sizes.stream().mapToInt(size -> size).sum());
    }

    @Test
    void callsThatDoNotComeBackAreMadeAsOftenAsIsEnough() {
        Batches batches = new Batches(Distorted.dying(
                Death.TIMED_OUT,
                "limit 5 s",
                (scenario, step) -> scenario.steps().get(step) instanceof Step.Call));
        Tally tally = new Tally();
        new Search(Judged.byOwnClause(batches), LARGEST, new DeathBudget(10, 2), Search.Watcher.NONE)
                .run(tries(100), tally);

        assertEquals(List.of(1, 1), batches.sizes);
        assertEquals(98, tally.skipped());
    }

    @Test
    void whatWasSeenBeforeABreakIsKept() {
        Batches breaking = new Batches(
                Distorted.dying(Death.CRASHED, "SIGSEGV", (scenario, step) -> scenario.equals(scenario(0))),
                new Breaking(6, () -> {}));
        Tally tally = new Tally();
        BrokenImplementationException broken = assertThrows(
                BrokenImplementationException.class,
                () -> new Search(Judged.byOwnClause(breaking), LARGEST, new DeathBudget(), Search.Watcher.NONE)
                        .run(tries(100), tally));

        assertEquals("distorted cannot go on: the wire is cut", broken.getMessage());
        // batches of 1, and of 1 and 2 behind the death
        assertEquals(4, tally.scenarios());
        assertEquals(1, tally.deaths(CLAUSE));
        assertEquals(1, tally.findings().size());
        assertEquals(Finding.Kind.DEATH, tally.findings().get(0).kind());
    }

    @Test
    void nothingIsUnderWayBehindABreak() {
        AtomicBoolean underWay = new AtomicBoolean();
        Batches breaking = new Batches(ModelImplementation.lawful(), new Breaking(7, () -> {
            underWay.set(true);
            LockSupport.parkNanos(100_000_000L);
            underWay.set(false);
        }));
        assertThrows(BrokenImplementationException.class, () -> search(breaking, 100, new Watching()));

        assertFalse(underWay.get(), "an implementation is for one thread");
    }

    @Test
    void aTranscriptTooFewIsABreak() {
        Implementation forgetful = new Batches(ModelImplementation.lawful(), batch -> batch.subList(0, 1));
        BrokenImplementationException broken =
                assertThrows(BrokenImplementationException.class, () -> search(forgetful, 10, new Watching()));

        assertEquals("model cannot be judged: it gave 1 transcripts for 2 scenarios", broken.getMessage());
    }

    @Test
    void whatIsStoppedEndsWithWhatItHas() {
        AtomicInteger seen = new AtomicInteger();
        Search.Watcher watcher = new Search.Watcher() {
            @Override
            public void advanced(int scenarios) {
                seen.addAndGet(scenarios);
            }

            @Override
            public boolean stopped() {
                return seen.get() >= 20;
            }
        };
        Tally tally = search(ModelImplementation.lawful(), 1_000, watcher);

        assertEquals(seen.get(), tally.scenarios());
        assertTrue(seen.get() >= 20 && seen.get() < 200, seen::toString);
    }

    @Test
    void theSameSourceGivesTheSameTally() {
        Implementation wrong = Distorted.calls((call, called) -> Distorted.withCode(called, 1));

        assertEquals(
                search(wrong, 200, new Watching()).snapshot(),
                search(wrong, 200, new Watching()).snapshot());
    }

    private static Tally search(Implementation implementation, int scenarios, Search.Watcher watcher) {
        Tally tally = new Tally();
        new Search(Judged.byOwnClause(implementation), LARGEST, new DeathBudget(), watcher)
                .run(tries(scenarios), tally);
        return tally;
    }

    private static Iterator<Try> tries(int number) {
        return ClauseSource.of(Themes.of(CLAUSE), 1, number, Capabilities.EVERYTHING);
    }

    private static Scenario scenario(int number) {
        Iterator<Try> tries = tries(number + 1);
        for (int i = 0; i < number; i++) {
            tries.next();
        }
        return tries.next().scenario();
    }

    private static final class Watching implements Search.Watcher {
        private final List<Try> examined = new ArrayList<>();
        private final List<Transcript> transcripts = new ArrayList<>();
        private int advanced;

        @Override
        public void examined(Try tried, Ran ran, Tally tally) {
            examined.add(tried);
            transcripts.add(ran.transcript());
        }

        @Override
        public void advanced(int scenarios) {
            advanced += scenarios;
        }
    }

    /** Breaks with the batch behind so many scenarios; what it is given after that it is given in vain. */
    private static final class Breaking implements UnaryOperator<List<Scenario>> {
        private final int scenarios;
        private final Runnable after;
        private int seen;

        private Breaking(int scenarios, Runnable after) {
            this.scenarios = scenarios;
            this.after = after;
        }

        @Override
        public List<Scenario> apply(List<Scenario> batch) {
            if (seen > scenarios) {
                after.run();
            }
            seen += batch.size();
            if (seen > scenarios) {
                throw new IllegalStateException("the wire is cut");
            }
            return batch;
        }
    }

    /** Keeps the sizes of the batches, and may do something else with them. */
    private static final class Batches implements Implementation {
        private final Implementation implementation;
        private final UnaryOperator<List<Scenario>> before;
        private final List<Integer> sizes = new ArrayList<>();

        private Batches(Implementation implementation) {
            this(implementation, batch -> batch);
        }

        private Batches(Implementation implementation, UnaryOperator<List<Scenario>> before) {
            this.implementation = implementation;
            this.before = before;
        }

        @Override
        public Identity identity() {
            return implementation.identity();
        }

        @Override
        public List<Transcript> run(List<Scenario> batch) {
            sizes.add(batch.size());
            return implementation.run(before.apply(batch));
        }

        @Override
        public void close() {
            implementation.close();
        }
    }
}
