package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.generate.Choices;
import io.github.oldbuffer.suite.generate.ScenarioGenerator;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.Explored;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever kills workers from outside changes no result. */
class KilledWorkersTests {

    private static final int KILLS = 100;

    @Test
    @Timeout(600)
    void aRunWhoseWorkersAreKilledEndsAsIfTheyHadNotBeen() throws Exception {
        SuiteOptions options = new SuiteOptions(400, 1, List.of());
        Explored undisturbed;
        try (Implementation cpython = new CPythonProvider().open(CPythonProvider.BUNDLED)) {
            undisturbed = run(cpython, options);
        }
        int kills = 0;
        for (long seed = 1; kills < KILLS; seed++) {
            try (WorkerKiller cpython =
                    new WorkerKiller(new CPythonProvider().open(CPythonProvider.BUNDLED), seed, 5, 1_500)) {
                assertEquals(undisturbed, run(cpython, options), "seed " + seed);
                assertTrue(cpython.kills() > 0, "no worker was found to kill");
                kills += cpython.kills();
            }
        }
    }

    @Test
    @Timeout(300)
    void largeBatchesComeBackWholeTooWhateverScenarioWasUnderWay() throws Exception {
        List<Scenario> batch = new ArrayList<>();
        Choices choices = Choices.random(new SplittableRandom(1));
        for (int i = 0; i < 4_000; i++) {
            batch.add(ScenarioGenerator.generate(Themes.anything(), i, choices));
        }
        try (Implementation cpython = new CPythonProvider().open(CPythonProvider.BUNDLED);
                WorkerKiller killed =
                        new WorkerKiller(new CPythonProvider().open(CPythonProvider.BUNDLED), 1, 1, 40_000)) {
            List<Transcript> undisturbed = cpython.run(batch);
            for (int i = 0; i < 10; i++) {
                assertEquals(undisturbed, killed.run(batch));
            }
        }
    }

    private static Explored run(Implementation implementation, SuiteOptions options) {
        return SuiteRunner.run(
                implementation, options, KnownDeviations.builtIn(implementation.identity()), ProgressListener.NONE);
    }
}
