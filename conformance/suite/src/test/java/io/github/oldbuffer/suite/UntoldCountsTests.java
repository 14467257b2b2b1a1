package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class UntoldCountsTests {

    private static final Scenario READ =
            Scenario.of(new Step.Make(0, new Bytes(3, 7, false)), Step.Call.of(Function.READ, 0));

    @Test
    void aCountThatCannotBeToldHidesTheClauseAboutItAndNoOther() {
        Transcript transcript = new Silent(exporter -> true).run(List.of(READ)).get(0);
        assertTrue(UntoldCounts.hide("READ-10", READ, transcript));
        assertFalse(UntoldCounts.hide("WRITE-10", READ, transcript));
    }

    @Test
    void aCountThatIsToldHidesNothing() {
        Transcript transcript = ModelImplementation.lawful().run(List.of(READ)).get(0);
        assertFalse(UntoldCounts.hide("WRITE-10", READ, transcript));
    }

    @Test
    void whereOnlyScriptedExportersCountTheClauseHolds() {
        assertEquals(Verdict.HOLDS, verdict(exporter -> !(exporter instanceof Scripted)));
    }

    @Test
    void whereNothingCountsTheClauseIsNotExercised() {
        assertEquals(Verdict.NOT_EXERCISED, verdict(exporter -> true));
    }

    private static Verdict verdict(Predicate<Exporter> uncounted) {
        SuiteOptions options = new SuiteOptions(300, 1, List.of("READ-10"));
        return SuiteRunner.run(new Silent(uncounted), options, KnownDeviations.NONE, ProgressListener.NONE)
                .run()
                .clauses()
                .get(0)
                .verdict();
    }

    /** The model, but for the reference counts of scenarios with some exporters. */
    private record Silent(Predicate<Exporter> about) implements Implementation {
        @Override
        public Identity identity() {
            return new Identity("silent", "Silent", "1");
        }

        @Override
        public List<Transcript> run(List<Scenario> batch) {
            List<Transcript> transcripts = new ArrayList<>();
            List<Transcript> counted = ModelImplementation.lawful().run(batch);
            for (int i = 0; i < batch.size(); i++) {
                boolean silent = batch.get(i).steps().stream()
                        .anyMatch(step -> step instanceof Step.Make make && about.test(make.exporter()));
                transcripts.add(silent ? uncounted(counted.get(i)) : counted.get(i));
            }
            return transcripts;
        }

        private static Transcript uncounted(Transcript transcript) {
            return new Transcript(
                    transcript.outcome(),
                    transcript.events().stream().map(Silent::uncounted).toList());
        }

        private static Event uncounted(Event event) {
            return event instanceof Event.Called called
                    ? new Event.Called(
                            called.code(),
                            called.raised(),
                            called.pointer(),
                            called.length(),
                            called.sample(),
                            Event.UNCOUNTED,
                            Counts.UNCOUNTED,
                            called.damage(),
                            called.traffic())
                    : event;
        }

        @Override
        public void close() {
            // it holds nothing
        }
    }
}
