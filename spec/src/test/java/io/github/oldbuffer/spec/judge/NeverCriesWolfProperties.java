package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.ValidScenarios;
import io.github.oldbuffer.spec.judge.Verdict.Violation;
import io.github.oldbuffer.spec.judge.rule.Rules;
import io.github.oldbuffer.spec.packed.AnyTranscript;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The judge accuses nobody who did nothing wrong, and takes any transcript whatever. */
class NeverCriesWolfProperties {

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ValidScenarios.any();
    }

    @Provide
    Arbitrary<Transcript> transcripts() {
        return AnyTranscript.transcript();
    }

    @Property(tries = 2000)
    void aPerfectImplementationViolatesNothing(
            @ForAll("scenarios") Scenario scenario, @ForAll boolean grantsOpen, @ForAll boolean counts) {
        assertEquals(Map.of(), played(scenario, grantsOpen, counts).symptoms());
    }

    @Property(tries = 300)
    void oneVerdictIsTheSameAsOneOfAll(@ForAll("scenarios") Scenario scenario) {
        Play play = played(scenario, true, true);
        Map<String, Verdict> all = play.verdicts();
        Rules.BY_CLAUSE
                .keySet()
                .forEach(clause ->
                        assertEquals(all.getOrDefault(clause, Verdict.NOT_EXERCISED), play.verdict(clause), clause));
    }

    /** Violations too: half of what the implementation did is another's. */
    @Property(tries = 500)
    void whoeverListensHearsTheSameWithoutReasons(
            @ForAll("scenarios") Scenario scenario, @ForAll("transcripts") Transcript garbage) throws InvalidException {
        List<Event> events = new ArrayList<>(played(scenario, true, true).events());
        for (int i = events.size() / 2;
                i < Math.min(events.size(), garbage.events().size());
                i++) {
            events.set(i, garbage.events().get(i));
        }
        Transcript transcript = new Transcript(garbage.outcome(), events);
        Map<String, Verdict> heard = new LinkedHashMap<>();
        Judge.judge(scenario, Facts.of(scenario), transcript, heard::put);
        Map<String, Verdict> expected = new LinkedHashMap<>();
        Judge.judge(scenario, transcript).forEach((clause, verdict) -> expected.put(clause, withoutReasons(verdict)));
        assertEquals(List.copyOf(expected.entrySet()), List.copyOf(heard.entrySet()));
    }

    private static Verdict withoutReasons(Verdict verdict) {
        return new Verdict(
                verdict.kind(),
                verdict.violations().stream()
                        .map(violation -> new Violation(violation.symptom(), violation.step(), ""))
                        .toList());
    }

    /** Whatever died half-way is judged by what came before, and by nothing else. */
    @Property(tries = 300)
    void aBeginningViolatesNothingEither(@ForAll("scenarios") Scenario scenario) {
        List<Event> events = played(scenario, false, true).events();
        for (int i = 0; i < events.size(); i++) {
            Judge.judge(scenario, Transcript.completed(events.subList(0, i)))
                    .forEach((clause, verdict) -> assertEquals(Verdict.HOLDS, verdict, clause));
        }
    }

    /** Garbage where answers should be: wrong kinds of event, wrong numbers, wrong everything. */
    @Property(tries = 1000)
    void noTranscriptMakesTheJudgeFail(
            @ForAll("scenarios") Scenario scenario,
            @ForAll("transcripts") Transcript garbage,
            @ForAll boolean honestStart) {
        List<Event> events =
                new ArrayList<>(honestStart ? played(scenario, true, true).events() : List.of());
        int from = events.size() / 2;
        events.subList(from, events.size()).clear();
        events.addAll(garbage.events());
        while (events.size() > scenario.steps().size()) {
            events.remove(events.size() - 1);
        }
        Judge.judge(scenario, new Transcript(garbage.outcome(), events))
                .values()
                .forEach(verdict -> {
                    assertTrue(verdict.violations().isEmpty() == (verdict.kind() == Verdict.Kind.HOLDS));
                    verdict.violations().forEach(violation -> assertTrue(violation.step() < events.size()));
                });
    }

    private static Play played(Scenario scenario, boolean grantsOpen, boolean counts) {
        Play play = Play.of(new Perfect(grantsOpen, counts));
        for (Step step : scenario.steps()) {
            play.step(step);
        }
        return play;
    }
}
