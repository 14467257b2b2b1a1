package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.coverage.Dimension;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The themes that no clause speaks of: they add coverage, and deaths in them change no verdict. */
class ThemesBeyondClausesTests {

    private static final SuiteOptions OPTIONS = new SuiteOptions(200, 3, List.of());
    private static final SuiteOptions FEW = new SuiteOptions(40, 3, List.of());

    /** What all of the themes came to. */
    private record Seen(Tally tally, Covered covered, DeathBudget deaths) {}

    @Test
    void theSameOptionsGiveTheSameResult() {
        Seen seen = run(ModelImplementation.lawful());
        Seen again = run(ModelImplementation.lawful());
        assertEquals(seen.tally().snapshot(), again.tally().snapshot());
        assertEquals(seen.covered(), again.covered());
        assertEquals(2 * OPTIONS.tries(), seen.tally().scenarios());
        assertEquals(List.of(), seen.tally().findings());
        assertEquals(Dimension.LAWFULNESS.words(), seen.covered().values(Dimension.LAWFULNESS));
        assertEquals(Dimension.ARGUMENTS.words(), seen.covered().values(Dimension.ARGUMENTS));
    }

    @Test
    void theirScenariosAreValidAndSpareEveryCpython() {
        Recording recording = new Recording(ModelImplementation.lawful());
        run(recording);
        for (Scenario scenario : recording.scenarios()) {
            assertEquals(Optional.empty(), Facts.problem(scenario));
            assertFalse(scenario.steps().stream()
                    .anyMatch(step -> step instanceof Step.Call call
                            && call.function() == Function.CHECK
                            && call.nulls().contains(Step.Argument.OBJECT)));
        }
    }

    @Test
    void whatIsUnlawfulOrNotPlainIsJudgedByNoClause() {
        Recording recording = new Recording(ModelImplementation.lawful());
        run(recording);
        long judged = recording.scenarios().stream()
                .filter(scenario ->
                        scenario.steps().stream().anyMatch(step -> step instanceof Step.Call call && !call.plain()))
                .mapToLong(scenario -> Judge.judge(
                                scenario,
                                recording
                                        .implementation()
                                        .run(List.of(scenario))
                                        .get(0))
                        .size())
                .sum();
        assertEquals(0, judged);
    }

    @Test
    void callsThatHangAreGivenUpSortBySort() {
        Recording recording = new Recording(hangingInEveryCall());
        Seen seen = run(recording);
        Map<String, Integer> hangs = new HashMap<>();
        recording
                .scenarios()
                .forEach(scenario -> DeathBudget.culprits(scenario, firstCall(scenario))
                        .forEach(call -> hangs.merge(call, 1, Integer::sum)));
        // two hangs of a sort are enough, and two batches may be under way when the second is seen
        assertTrue(hangs.values().stream().allMatch(times -> times <= 5), hangs::toString);
        assertEquals(recording.scenarios().size(), seen.tally().scenarios());
        assertEquals(
                2 * OPTIONS.tries(), seen.tally().scenarios() + seen.tally().skipped());
        assertTrue(seen.tally().findings().stream()
                .allMatch(death ->
                        death.kind() == Kind.DEATH && death.symptom().startsWith("TIMED_OUT (10 s) in PyObject_")));
    }

    @Test
    void whatItDiedOfTwiceIsDoneNoMoreAndTheRestIs() {
        Recording recording = new Recording(dyingOfNullForTheBuffer());
        Seen seen = run(recording);
        long deadly = recording.scenarios().stream()
                .filter(scenario -> scenario.steps().stream()
                        .anyMatch(step ->
                                step instanceof Step.Call call && call.nulls().contains(Step.Argument.BUFFER)))
                .count();
        // the batch in which the first death was seen, the one behind it, and few of each sort after that
        assertTrue(deadly <= 64 + 9, "ran " + deadly);
        assertEquals(Dimension.LAWFULNESS.words(), seen.covered().values(Dimension.LAWFULNESS));
    }

    @Test
    void aRunTellsEachDeathOnceAndItChangesNoVerdict() {
        Run run = run(dyingOfNullForTheBuffer(), FEW);
        Coverage coverage = run.coverage();
        List<String> symptoms = coverage.deaths().stream().map(Finding::symptom).toList();
        assertFalse(symptoms.isEmpty());
        assertEquals(new TreeSet<>(symptoms).size(), symptoms.size(), symptoms::toString);
        assertEquals(
                coverage.deaths().size(),
                coverage.deaths().stream().map(Finding::id).distinct().count());
        assertTrue(coverage.beyond() > 0 && coverage.beyond() <= 2L * FEW.tries());
        assertEquals(List.of(), run.findings());
        assertTrue(run.conforms(), run::toString);
    }

    @Test
    void aRunOfSomeClausesLeavesThemOut() {
        Run run = run(ModelImplementation.lawful(), new SuiteOptions(20, 1, List.of("READ-1")));
        assertEquals(0, run.coverage().beyond());
        assertEquals(20, run.scenarios());
    }

    @Test
    void whatIsNotSupportedIsCountedAndCoversNothing() {
        Seen seen = run(Distorted.by((scenario, transcript) -> Transcript.unsupported(0, "this")));
        assertEquals(seen.tally().scenarios(), seen.tally().unsupportedScenarios());
        assertEquals(Covered.NOTHING, seen.covered());
    }

    @Test
    void anImplementationThatBreaksInThemKeepsWhatIsSaidOfTheClauses() {
        int[] left = {FEW.tries() * FEW.clauses().size() + 20};
        Run run = run(
                Distorted.by((scenario, transcript) -> {
                    if (left[0]-- <= 0) {
                        throw new IllegalStateException("the wire is cut");
                    }
                    return transcript;
                }),
                FEW);
        assertEquals("distorted cannot go on: the wire is cut", run.broken());
        assertTrue(run.judged(), run::toString);
        assertEquals(1 + 2 + 4 + 8, run.coverage().beyond());
    }

    private static Distorted hangingInEveryCall() {
        return Distorted.dying(
                Outcome.Death.TIMED_OUT,
                "10 s",
                (scenario, step) -> scenario.steps().get(step) instanceof Step.Call);
    }

    private static Distorted dyingOfNullForTheBuffer() {
        return Distorted.dying(
                Outcome.Death.CRASHED,
                "SIGSEGV",
                (scenario, step) -> scenario.steps().get(step) instanceof Step.Call call
                        && call.nulls().contains(Step.Argument.BUFFER));
    }

    private static int firstCall(Scenario scenario) {
        int index = 0;
        while (!(scenario.steps().get(index) instanceof Step.Call)) {
            index++;
        }
        return index;
    }

    private static Seen run(Implementation implementation) {
        DeathBudget deaths = new DeathBudget();
        ThemeRunner runner =
                new ThemeRunner(Judged.byOwnClause(implementation), OPTIONS, deaths, ProgressListener.NONE);
        Tally all = new Tally();
        Covered covered = Covered.NOTHING;
        for (var theme : Themes.beyond()) {
            ThemeResult result = runner.run(theme, new Tally());
            all.addAll(result.tally());
            covered = covered.and(result.covered());
        }
        return new Seen(all, covered, deaths);
    }

    private static Run run(Implementation implementation, SuiteOptions options) {
        return SuiteRunner.run(implementation, options, KnownDeviations.NONE, ProgressListener.NONE)
                .run();
    }
}
