package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteRunner;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same seed gives the same scenarios to {@code port} and to {@code run}. */
class PortScenariosTests {

    private static final int TRIES = 20;
    private static final long SEED = 7;

    @ParameterizedTest(name = "comparing: {0}")
    @ValueSource(booleans = {false, true})
    void aPortIsGivenTheScenariosThatARunOfItsClausesIsGiven(boolean comparing) {
        for (Set<Function> functions : List.of(EnumSet.of(Function.READ), EnumSet.allOf(Function.class))) {
            SuiteOptions options = new SuiteOptions(TRIES, SEED, ClauseFunctions.clausesAbout(functions));
            Recording run = new Recording();
            SuiteRunner.run(run, options, KnownDeviations.NONE, ProgressListener.NONE);
            Recording port = new Recording();
            PortVerification.verify(
                    port,
                    functions,
                    ModelImplementation.lawful(),
                    options,
                    comparing,
                    KnownDeviations.NONE,
                    ProgressListener.NONE);

            int ofClauses = TRIES * options.clauses().size();
            assertEquals(run.scenarios.subList(0, ofClauses), port.scenarios.subList(0, ofClauses));
            assertEquals(comparing, port.scenarios.size() > ofClauses, "those about differences come behind");
            assertTrue(Set.copyOf(port.scenarios).size() > TRIES, "they are not all the same");
        }
    }

    /** The model, which keeps what it was given; it does nothing wrong, so that nothing is reduced. */
    private static final class Recording implements Implementation {
        private final List<Scenario> scenarios = new ArrayList<>();

        @Override
        public Identity identity() {
            return new Identity("recording", "Recording", "1");
        }

        @Override
        public List<Transcript> run(List<Scenario> batch) {
            scenarios.addAll(batch);
            return ModelImplementation.lawful().run(batch);
        }

        @Override
        public void close() {
            // it holds nothing
        }
    }
}
