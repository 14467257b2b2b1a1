package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
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

    /** The programs that show a finding, by the names of their files. */
    public Map<String, String> of(Finding finding) {
        return switch (finding.kind()) {
            case VIOLATION -> violation(finding);
            case DIFFERENCE -> difference(finding);
            case DEATH -> death(finding);
        };
    }

    private Map<String, String> violation(Finding finding) {
        Scenario scenario = finding.shown().scenario();
        Transcript right = model.run(List.of(scenario)).get(0);
        if (!(right.outcome() instanceof Outcome.Completed)) {
            return Map.of();
        }
        List<String> sentences = new ArrayList<>();
        Clauses.find(finding.clause()).map(Clause::statement).ifPresent(sentences::add);
        sentences.add("Here: " + finding.reason());
        return programs(new Story(
                finding.clause() + ": " + finding.symptom(),
                sentences,
                scenario,
                Checks.violation(
                        finding.clause(),
                        scenario,
                        finding.shown().transcript(),
                        right,
                        finding.shown().other()),
                Optional.empty()));
    }

    private Map<String, String> difference(Finding finding) {
        return programs(new Story(
                "Differs from CPython: " + finding.symptom(),
                List.of(
                        "Expected is what CPython's own function does; no clause of the contract asks for it.",
                        finding.reason()),
                finding.shown().scenario(),
                Checks.difference(finding.shown().transcript(), finding.shown().other()),
                Optional.empty()));
    }

    /** A module's memory lies otherwise than that of the kit's worker, so that what kills the one may spare the other. */
    private Map<String, String> death(Finding finding) {
        if (setting.module()) {
            return Map.of();
        }
        return programs(new Story(
                finding.symptom(),
                List.of(finding.reason()),
                finding.shown().scenario(),
                List.of(),
                Optional.of(finding.symptom())));
    }

    private Map<String, String> programs(Story story) {
        Map<String, String> programs = new LinkedHashMap<>();
        boolean shows = !story.checks().isEmpty() || story.death().isPresent();
        if (shows && objectsHaveNamesOfTheirOwn(story.scenario()) && everyExporterHasWords(story.scenario())) {
            programs.put(CProgram.FILE, CProgram.text(story, setting));
            PyProgram.text(story, setting).ifPresent(text -> programs.put(PyProgram.FILE, text));
        }
        return programs;
    }

    /**
     * What a Python expression gives is left to the expression; no program has two objects over one memory,
     * or code of its own inside a call.
     */
    private static boolean everyExporterHasWords(Scenario scenario) {
        return scenario.steps().stream()
                .noneMatch(step -> step instanceof Step.Make make && make.exporter() instanceof PythonExpression
                        || step instanceof Step.Share
                        || step instanceof Step.Append
                        || step instanceof Step.Within
                        || step instanceof Step.Resize resize && resize.way().ofStream());
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
