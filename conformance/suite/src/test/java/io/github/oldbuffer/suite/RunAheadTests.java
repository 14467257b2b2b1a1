package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.properties.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunAheadTests {

    @Test
    void batchesGrowAndEndWithTheTries() {
        Sizes sizes = new Sizes(ModelImplementation.lawful(), new ArrayList<>());
        take(new RunAhead(sizes, RunAheadTests::scenario, 200), 200);

        assertEquals(List.of(1, 2, 4, 8, 16, 32, 64, 64, 9), sizes.batches());
    }

    @Test
    void afterADeathScenariosRunOneByOneAgain() {
        Scenario fatal = scenario(2);
        Sizes sizes = new Sizes(
                Distorted.dying(Outcome.Death.CRASHED, "SIGSEGV", (scenario, step) -> scenario.equals(fatal)),
                new ArrayList<>());
        take(new RunAhead(sizes, RunAheadTests::scenario, 6), 6);

        assertEquals(List.of(1, 2, 1, 2), sizes.batches());
    }

    @Test
    void theTranscriptIsTheOneOfTheScenario() {
        RunAhead ahead = new RunAhead(ModelImplementation.lawful(), RunAheadTests::scenario, 20);
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    Running.one(ModelImplementation.lawful(), scenario(i)), ahead.transcript(scenario(i)), "try " + i);
        }
    }

    @Test
    void aScenarioThatNobodyForesawRunsByItself() {
        RunAhead ahead = new RunAhead(ModelImplementation.lawful(), RunAheadTests::scenario, 20);

        assertEquals(Running.one(ModelImplementation.lawful(), scenario(99)), ahead.transcript(scenario(99)));
    }

    private static void take(RunAhead ahead, int tries) {
        for (int i = 0; i < tries; i++) {
            ahead.transcript(scenario(i));
        }
    }

    private static Scenario scenario(int number) {
        return Scenarios.of("READ-1", 1, number);
    }

    private record Sizes(Implementation implementation, List<Integer> batches) implements Implementation {
        @Override
        public Identity identity() {
            return implementation.identity();
        }

        @Override
        public List<Transcript> run(List<Scenario> batch) {
            batches.add(batch.size());
            return implementation.run(batch);
        }

        @Override
        public void close() {
            implementation.close();
        }
    }
}
