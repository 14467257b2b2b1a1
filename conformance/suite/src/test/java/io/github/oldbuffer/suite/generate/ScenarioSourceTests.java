package io.github.oldbuffer.suite.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Hazard;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.StepKind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioSourceTests {

    private static final int TRIES = 300;

    private static final Capabilities SMALL = new Capabilities(
            EnumSet.of(ExporterKind.BYTES, ExporterKind.BYTEARRAY, ExporterKind.NON_BUFFER),
            EnumSet.of(StepKind.MAKE, StepKind.CALL));

    @Test
    void withoutLimitsAThemeIsAsItIs() {
        for (Theme theme : themes()) {
            ScenarioSource source = ScenarioSource.of(theme, 7, Capabilities.EVERYTHING);
            for (int number = 0; number < 50; number++) {
                SplittableRandom random = new SplittableRandom(new SplittableRandom(7L + number).nextLong());
                Drafted drafted = source.number(number);
                assertEquals(ScenarioGenerator.generate(theme, number, Choices.random(random)), drafted.scenario());
                assertEquals(Optional.empty(), drafted.inPlaceOf());
            }
        }
    }

    @Test
    void theFactsThatComeWithAScenarioAreItsFacts() throws InvalidException {
        for (Capabilities supported : List.of(Capabilities.EVERYTHING, SMALL)) {
            for (Theme theme : themes()) {
                ScenarioSource source = ScenarioSource.of(theme, 7, supported);
                for (int number = 0; number < 100; number++) {
                    Drafted drafted = source.number(number);
                    assertEquals(Facts.of(drafted.scenario()), drafted.facts());
                }
            }
        }
    }

    @Test
    void withLimitsEveryScenarioCanBeRunWhereTheThemeHasAnySuch() {
        for (String clause :
                List.of("CHAR-1", "READ-2", "READ-5", "WRITE-10", "WRITE-13", "CHECK-3", "ALL-1", "ALL-3")) {
            ScenarioSource source = ScenarioSource.of(Themes.of(clause), 7, SMALL);
            scenarios(source).forEach(each -> assertTrue(SMALL.suffice(each), () -> clause + ": " + each));
        }
    }

    @Test
    void everyPairOfAnExporterAndTheStepsThatReadItHasScenarios() {
        for (ExporterKind kind : EnumSet.complementOf(EnumSet.of(ExporterKind.NON_BUFFER, ExporterKind.PYTHON))) {
            boolean standsOnOthers = kind == ExporterKind.MEMORYVIEW || kind == ExporterKind.PYTHON_CLASS;
            Capabilities alone = new Capabilities(
                    standsOnOthers ? EnumSet.of(kind, ExporterKind.BYTEARRAY) : EnumSet.of(kind),
                    EnumSet.of(StepKind.MAKE, StepKind.CALL));
            ScenarioSource source = ScenarioSource.of(Themes.of("READ-1"), 7, alone);
            scenarios(source).forEach(each -> assertTrue(alone.suffice(each), () -> kind + ": " + each));
        }
    }

    @Test
    void whatAnInterpreterDiesOfWhateverIsCalledIsLeftToItsEntryOnFile() {
        Capabilities mortal = Capabilities.EVERYTHING.with(Set.of(Hazard.RESIZED_EMPTY_CTYPES));
        boolean met = false;
        for (Theme theme : themes()) {
            for (int number = 0; number < 1_000; number++) {
                Scenario scenario =
                        ScenarioSource.of(theme, 7, mortal).number(number).scenario();
                assertTrue(mortal.suffice(scenario), scenario::toString);
                met |= !mortal.suffice(ScenarioSource.of(theme, 7, Capabilities.EVERYTHING)
                        .number(number)
                        .scenario());
            }
        }
        assertTrue(met, "nobody else gets it either");
    }

    @Test
    void aThemeThatNeedsWhatIsNotThereStaysAsItIs() {
        ScenarioSource source = ScenarioSource.of(Themes.of("NEW-3"), 7, SMALL);
        ScenarioSource unlimited = ScenarioSource.of(Themes.of("NEW-3"), 7, Capabilities.EVERYTHING);
        assertEquals(scenarios(unlimited).toList(), scenarios(source).toList());
    }

    @Test
    void whatCanBeRunKeepsItsNumberAndTheRestIsTold() {
        for (Theme theme : themes()) {
            ScenarioSource source = ScenarioSource.of(theme, 7, SMALL);
            ScenarioSource unlimited = ScenarioSource.of(theme, 7, Capabilities.EVERYTHING);
            for (int number = 0; number < TRIES; number++) {
                Scenario asIs = unlimited.number(number).scenario();
                Drafted drafted = source.number(number);
                if (SMALL.suffice(asIs)) {
                    assertEquals(asIs, drafted.scenario());
                }
                assertEquals(SMALL.suffice(asIs) ? Optional.empty() : Optional.of(asIs), drafted.inPlaceOf());
            }
        }
    }

    @Test
    void numberSeedAndCapabilitiesDecideAndNothingElse() {
        ScenarioSource once = ScenarioSource.of(Themes.of("READ-7"), 7, SMALL);
        ScenarioSource again = ScenarioSource.of(
                Themes.of("READ-7"), 7, new Capabilities(Set.copyOf(SMALL.exporters()), Set.copyOf(SMALL.steps())));
        List<Scenario> forward = scenarios(once).toList();
        for (int number = TRIES - 1; number >= 0; number--) {
            assertEquals(forward.get(number), again.number(number).scenario());
        }
        assertTrue(!forward.equals(
                scenarios(ScenarioSource.of(Themes.of("READ-7"), 8, SMALL)).toList()));
    }

    @Test
    void replacementsDifferFromOneAnotherAndAreValid() {
        List<Scenario> drawn =
                scenarios(ScenarioSource.of(Themes.of("READ-1"), 7, SMALL)).toList();
        drawn.forEach(each -> assertEquals(Optional.empty(), Facts.problem(each)));
        assertTrue(new LinkedHashSet<>(drawn).size() > TRIES / 2, "many of them are the same");
    }

    private static Stream<Scenario> scenarios(ScenarioSource source) {
        return IntStream.range(0, TRIES)
                .mapToObj(number -> source.number(number).scenario());
    }

    private static List<Theme> themes() {
        return Stream.of(
                        Clauses.all().stream().map(clause -> Themes.of(clause.id())),
                        Themes.reference().stream(),
                        Themes.beyond().stream())
                .flatMap(each -> each)
                .toList();
    }
}
