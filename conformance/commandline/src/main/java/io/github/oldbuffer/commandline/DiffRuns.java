package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.folder.Difference;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Shown;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.diff.DiffResult;
import io.github.oldbuffer.suite.diff.DifferenceFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns what a comparison found into what results hold: a run for each of the two, the differences with the first. */
final class DiffRuns {

    private DiffRuns() {}

    /**
     * @param witnesses gets the witness of every difference and deviation
     * @param model tells what the document asks for in a witness
     */
    static List<Run> of(
            DiffResult result,
            SuiteOptions options,
            Witnesses witnesses,
            Function<Scenario, Optional<Transcript>> model) {
        List<Run.Difference> differences = new ArrayList<>();
        for (DifferenceFound found : result.differences()) {
            String witness = witnesses.add(new Difference(
                    result.left().implementation(),
                    result.right().implementation(),
                    found.symptom(),
                    found.reason(),
                    found.witness()));
            differences.add(new Run.Difference(
                    found.symptom(),
                    witness,
                    new Shown(
                            result.right().implementation(),
                            found.reason(),
                            EvidenceOf.of(found.witness(), found.left(), Optional.of(found.right())))));
        }
        return List.of(
                run(result.left(), result.scenarios(), differences, options, witnesses, model),
                run(result.right(), result.scenarios(), List.of(), options, witnesses, model));
    }

    private static Run run(
            DiffResult.Side side,
            long scenarios,
            List<Run.Difference> differences,
            SuiteOptions options,
            Witnesses witnesses,
            Function<Scenario, Optional<Transcript>> model) {
        Run run = RunOf.suite(
                new SuiteResult(side.implementation(), options, side.clauses(), List.of(), Optional.empty()),
                witnesses,
                model,
                Beside.NOTHING);
        // more scenarios than those about clauses
        return new Run(
                run.implementation(),
                run.conforms(),
                scenarios,
                side.unsupported(),
                run.clauses(),
                run.crashes(),
                differences,
                run.stale());
    }
}
