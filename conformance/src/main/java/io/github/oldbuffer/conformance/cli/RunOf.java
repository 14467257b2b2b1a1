package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.known.KnownDeviation;
import io.github.oldbuffer.conformance.suite.ClauseOutcome;
import io.github.oldbuffer.conformance.suite.Deviation;
import io.github.oldbuffer.conformance.suite.SuiteResult;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what the suite found into what results hold. */
final class RunOf {

    private final Witnesses witnesses;
    private final Function<Scenario, Optional<Transcript>> model;

    private RunOf(Witnesses witnesses, Function<Scenario, Optional<Transcript>> model) {
        this.witnesses = witnesses;
        this.model = model;
    }

    /** @param witnesses gets the witness of every deviation */
    static Run suite(SuiteResult result, Witnesses witnesses) {
        return suite(result, witnesses, scenario -> Optional.empty());
    }

    /**
     * @param witnesses gets the witness of every deviation
     * @param model tells what the document asks for in a witness
     */
    static Run suite(SuiteResult result, Witnesses witnesses, Function<Scenario, Optional<Transcript>> model) {
        return new RunOf(witnesses, model).run(result);
    }

    private Run run(SuiteResult result) {
        List<ClauseResult> clauses = new ArrayList<>();
        List<Crash> crashes = new ArrayList<>();
        for (ClauseOutcome outcome : result.clauses()) {
            clauses.add(clause(outcome, result.implementation()));
            outcome.crashes().forEach(death -> crashes.add(crash(death, result.implementation())));
        }
        return new Run(
                result.implementation(),
                result.conforms(),
                result.scenarios(),
                result.unsupported(),
                clauses,
                crashes,
                List.of(),
                result.stale().stream()
                        .map(entry -> new Stale(entry.clause(), entry.symptom()))
                        .collect(Collectors.toUnmodifiableList()));
    }

    private ClauseResult clause(ClauseOutcome outcome, Identity implementation) {
        return new ClauseResult(
                outcome.clause(),
                Clauses.find(outcome.clause()).orElseThrow().level().word(),
                outcome.verdict(),
                outcome.exercised(),
                outcome.missing(),
                outcome.violations().stream()
                        .map(found -> new ViolationResult(
                                found.symptom(),
                                found.reason(),
                                found.known().isPresent(),
                                why(found),
                                witnesses.add(deviation(found, implementation)),
                                evidence(found)))
                        .collect(Collectors.toUnmodifiableList()));
    }

    private Crash crash(Deviation found, Identity implementation) {
        Outcome.Died died = found.death().orElseThrow();
        return new Crash(
                died.death().name(),
                died.detail(),
                found.clause(),
                found.symptom(),
                found.known().isPresent(),
                why(found),
                witnesses.add(deviation(found, implementation)),
                evidence(found));
    }

    private Evidence evidence(Deviation found) {
        return EvidenceOf.of(found.witness(), found.transcript(), model.apply(found.witness()));
    }

    private static io.github.oldbuffer.reports.folder.Deviation deviation(Deviation found, Identity implementation) {
        return new io.github.oldbuffer.reports.folder.Deviation(
                implementation, found.clause(), found.symptom(), found.reason(), why(found), found.witness());
    }

    private static String why(Deviation found) {
        return found.known().map(KnownDeviation::reason).orElse(null);
    }
}
