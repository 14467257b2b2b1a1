package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.text.CauseTitle;
import io.github.oldbuffer.spec.text.WitnessText;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells the witnesses of findings step by step, beside what the document asks for, and gives their causes titles that
 * name the function and the object.
 *
 * @param model tells what the document asks for in a scenario
 * @param files the texts that lie beside a witness, such as a program that shows the finding
 * @param names what the user calls functions, by their names in C; empty where they have these names
 */
public record FindingEvidence(
        Function<Scenario, Optional<Transcript>> model,
        Function<Finding, Map<String, String>> files,
        Map<String, String> names) {

    public FindingEvidence(
            Function<Scenario, Optional<Transcript>> model, Function<Finding, Map<String, String>> files) {
        this(model, files, Map.of());
    }

    /** With nothing beside a witness. */
    public static FindingEvidence of(Function<Scenario, Optional<Transcript>> model) {
        return new FindingEvidence(model, finding -> Map.of());
    }

    /** The run, with evidence for every finding. */
    public Run of(Run run) {
        Map<String, Cause> titled = new HashMap<>();
        run.findings().forEach(finding -> titled.computeIfAbsent(finding.cause().id(), id -> titled(finding)));
        Run told = run.withFindings(run.findings().stream()
                .map(finding -> of(finding).withCause(titled.get(finding.cause().id())))
                .toList());
        Coverage coverage = run.coverage();
        if (coverage == null) {
            return told;
        }
        List<Finding> deaths = coverage.deaths().stream().map(this::of).toList();
        return told.withCoverage(new Coverage(coverage.dimensions(), coverage.pairs(), coverage.beyond(), deaths));
    }

    private Finding of(Finding finding) {
        Finding.Shown shown = finding.shown();
        Transcript beside = finding.kind() == Kind.DIFFERENCE
                ? shown.other()
                : model.apply(shown.scenario()).orElse(null);
        Evidence evidence = WitnessText.of(shown.scenario(), shown.transcript(), beside);
        return finding.withReason(named(finding.reason()))
                .withEvidence(named(evidence).withFiles(files.apply(finding)));
    }

    /** The gravest finding of a cause gives it its title; the reason on file says more than that. */
    private Cause titled(Finding first) {
        return first.known() ? first.cause() : new Cause(first.cause().id(), named(CauseTitle.of(first)));
    }

    private Evidence named(Evidence evidence) {
        List<Evidence.Seen> steps = evidence.steps().stream()
                .map(seen -> new Evidence.Seen(named(seen.step()), named(seen.happened()), named(seen.model())))
                .toList();
        return new Evidence(evidence.scenario(), steps, evidence.drawings());
    }

    private String named(String words) {
        String told = words;
        for (Map.Entry<String, String> name : names.entrySet()) {
            told = told.replace(name.getKey(), name.getValue());
        }
        return told;
    }
}
