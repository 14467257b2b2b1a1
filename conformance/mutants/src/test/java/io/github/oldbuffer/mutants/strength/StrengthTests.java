package io.github.oldbuffer.mutants.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.mutants.Mutant;
import io.github.oldbuffer.mutants.Mutants;
import io.github.oldbuffer.suite.SuiteOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The suite kills every mutant by the right clause; the short form, with one seed. */
class StrengthTests {
    private static final int OTHERS = 200;
    private static KillMatrix matrix;

    @BeforeAll
    static void measure() {
        matrix = KillMatrix.measure(Mutants.all(), 1, SuiteOptions.DEFAULT.tries(), OTHERS);
        System.out.println(
                "mutants killed: " + (matrix.rows().size() - matrix.survivors().size()) + " / "
                        + matrix.rows().size());
    }

    @Test
    void noMutantSurvives() {
        assertEquals(
                List.of(),
                matrix.survivors().stream().map(KillRow::mutant).toList(),
                "mutants that the property of their own clause did not kill");
    }

    @Test
    void noMutantBreaksMoreThanItSays() {
        List<String> surprises = new ArrayList<>();
        for (KillRow row : matrix.rows()) {
            Mutant mutant = Mutants.find(row.mutant()).orElseThrow();
            row.others().keySet().stream()
                    .filter(clause -> !mutant.alsoBreaks().contains(clause))
                    .forEach(clause -> surprises.add(row.mutant() + " breaks " + clause));
        }
        assertEquals(List.of(), surprises);
    }

    /** What is to run inside a release comes early then, and meets objects of other kinds than the scenario says. */
    @Test
    void aModelThatGivesViewsBackEarlyStillAnswers() {
        Mutant early = Mutants.find("NEW-5/pins-nothing").orElseThrow();
        KillMatrix killed = KillMatrix.measure(List.of(early), 10, SuiteOptions.DEFAULT.tries(), OTHERS);
        assertEquals(List.of(), killed.survivors());
    }

    @Test
    void whatIsPublishedIsAboutTheMutantsThereAre() {
        KillMatrix published = Strength.published().mutants();
        assertEquals(
                Mutants.all().stream().map(Mutant::name).toList(),
                published.rows().stream().map(KillRow::mutant).toList(),
                "mvn verify -Pstrength measures again");
        assertEquals(List.of(), published.survivors());
        assertTrue(published.rows().stream().allMatch(row -> row.worst() <= published.tries()));
    }

    @Test
    void aKillHasASmallWitness() {
        for (KillRow row : matrix.rows()) {
            assertTrue(row.witness() != null && row.witness().get("steps").size() <= 5, row.toString());
        }
    }
}
