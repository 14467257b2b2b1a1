package io.github.oldbuffer.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.reports.folder.Deviation;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Difference;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.reports.results.Shown;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.json.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.Map;
import java.util.Optional;

/**
 * Results read from a file, with their witnesses taken out of the evidence and given a place in a new report's folder.
 *
 * <p>Deviations without evidence, of an older kit's results, keep the path that they had.
 */
final class Remade {

    private final Witnesses witnesses;

    private Remade(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    /** @param witnesses gets every witness that the results hold */
    static Results with(Witnesses witnesses, Results results) {
        Remade remade = new Remade(witnesses);
        return results.with(results.runs().stream().map(remade::run).toList());
    }

    private Run run(Run run) {
        return new Run(
                run.implementation(),
                run.conforms(),
                run.scenarios(),
                run.unsupported(),
                run.clauses().stream()
                        .map(clause -> clause(clause, run.implementation()))
                        .toList(),
                run.crashes().stream()
                        .map(crash -> crash(crash, run.implementation()))
                        .toList(),
                run.differences().stream()
                        .map(difference -> difference(difference, run.implementation()))
                        .toList(),
                run.stale(),
                run.measured(),
                run.coverage());
    }

    private ClauseResult clause(ClauseResult clause, Identity implementation) {
        return new ClauseResult(
                clause.id(),
                clause.level(),
                clause.verdict(),
                clause.scenarios(),
                clause.missing(),
                clause.violations().stream()
                        .map(found -> new ViolationResult(
                                found.symptom(),
                                found.reason(),
                                found.known(),
                                found.why(),
                                found.filed(),
                                scenario(found.evidence())
                                        .map(witness -> witnesses.add(new Deviation(
                                                implementation,
                                                clause.id(),
                                                found.symptom(),
                                                found.reason(),
                                                found.why(),
                                                witness,
                                                texts(found.evidence()))))
                                        .orElse(found.witness()),
                                found.evidence()))
                        .toList());
    }

    private Crash crash(Crash crash, Identity implementation) {
        String reason = crash.kind() + " (" + crash.signal() + "); no implementation may die.";
        String path = scenario(crash.evidence())
                .map(witness -> witnesses.add(new Deviation(
                        implementation,
                        crash.clause(),
                        crash.symptom(),
                        reason,
                        crash.why(),
                        witness,
                        texts(crash.evidence()))))
                .orElse(crash.witness());
        return new Crash(
                crash.kind(),
                crash.signal(),
                crash.clause(),
                crash.symptom(),
                crash.known(),
                crash.why(),
                crash.filed(),
                path,
                crash.evidence());
    }

    private Difference difference(Difference difference, Identity implementation) {
        Shown shown = difference.shown();
        return scenario(shown == null ? null : shown.evidence())
                .map(witness -> new Difference(
                        difference.symptom(),
                        witnesses.add(new io.github.oldbuffer.reports.folder.Difference(
                                implementation,
                                shown.other(),
                                difference.symptom(),
                                shown.reason(),
                                witness,
                                texts(shown.evidence()))),
                        shown))
                .orElse(difference);
    }

    private static Map<String, String> texts(Evidence evidence) {
        return evidence.attached() == null ? Map.of() : evidence.attached().texts();
    }

    /** The witness; empty where there is none, or none that this kit can read. */
    static Optional<Scenario> scenario(Evidence evidence) {
        JsonNode tree = evidence == null ? null : evidence.scenario();
        try {
            return tree == null ? Optional.empty() : Optional.of(ScenarioJson.fromTree(tree));
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }
}
