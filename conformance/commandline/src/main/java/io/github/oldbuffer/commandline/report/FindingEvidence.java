package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.text.WitnessText;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells the witnesses of findings step by step, beside what the document asks for.
 *
 * @param model tells what the document asks for in a scenario
 * @param files the texts that lie beside a witness, such as a program that shows the finding
 */
public record FindingEvidence(
        Function<Scenario, Optional<Transcript>> model, Function<Finding, Map<String, String>> files) {

    /** With nothing beside a witness. */
    public static FindingEvidence of(Function<Scenario, Optional<Transcript>> model) {
        return new FindingEvidence(model, finding -> Map.of());
    }

    /** The run, with evidence for every finding. */
    public Run of(Run run) {
        Run told = run.withFindings(run.findings().stream().map(this::of).toList());
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
        return finding.withEvidence(evidence.withFiles(files.apply(finding)));
    }
}
