package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the programs for findings, by the names of their files.
 *
 * <p>A finding that no program can show, because it hangs on what only the kit sees, has none.
 *
 * @param model does what the document says, and so tells what is right
 */
public record Reproducers(Setting setting, Implementation model) {

    /** For the violation of a clause. */
    public Map<String, String> violation(
            String clause, String symptom, String reason, Scenario scenario, Transcript wrong) {
        Transcript right = model.run(List.of(scenario)).get(0);
        if (!(right.outcome() instanceof Outcome.Completed)) {
            return Map.of();
        }
        List<String> sentences = new ArrayList<>();
        Clauses.find(clause).map(Clause::statement).ifPresent(sentences::add);
        sentences.add("Here: " + reason);
        return programs(new Story(
                clause + ": " + symptom,
                sentences,
                scenario,
                Checks.violation(clause, wrong, right),
                Optional.empty()));
    }

    /** For a difference from CPython's own functions. */
    public Map<String, String> difference(
            String symptom, String reason, Scenario scenario, Transcript port, Transcript reference) {
        return programs(new Story(
                "Differs from CPython: " + symptom,
                List.of("Expected is what CPython's own function does; no clause of the contract asks for it.", reason),
                scenario,
                Checks.difference(port, reference),
                Optional.empty()));
    }

    /** For a scenario that kills the process. */
    public Map<String, String> death(String symptom, String reason, Scenario scenario) {
        return programs(new Story(symptom, List.of(reason), scenario, List.of(), Optional.of(symptom)));
    }

    private Map<String, String> programs(Story story) {
        Map<String, String> programs = new LinkedHashMap<>();
        boolean shows = !story.checks().isEmpty() || story.death().isPresent();
        if (shows && objectsHaveNamesOfTheirOwn(story.scenario())) {
            programs.put(CProgram.FILE, CProgram.text(story, setting));
            PyProgram.text(story, setting).ifPresent(text -> programs.put(PyProgram.FILE, text));
        }
        return programs;
    }

    /** An object's number is its name in programs; another object may get it once the first was dropped. */
    private static boolean objectsHaveNamesOfTheirOwn(Scenario scenario) {
        List<Integer> made = scenario.steps().stream()
                .filter(step -> step instanceof Step.Make)
                .map(step -> ((Step.Make) step).object())
                .toList();
        return made.stream().distinct().count() == made.size();
    }
}
