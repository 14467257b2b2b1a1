package io.github.oldbuffer.commandline;

import io.github.oldbuffer.ports.PortResult;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Filed;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Difference;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.reports.results.Shown;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.ClauseOutcome;
import io.github.oldbuffer.suite.Deviation;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.known.KnownDeviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what the suite found into what results hold. */
final class RunOf {

    private final Witnesses witnesses;
    private final Function<Scenario, Optional<Transcript>> model;
    private final Beside beside;

    private RunOf(Witnesses witnesses, Function<Scenario, Optional<Transcript>> model, Beside beside) {
        this.witnesses = witnesses;
        this.model = model;
        this.beside = beside;
    }

    /**
     * @param witnesses gets the witness of every deviation
     * @param model tells what the document asks for in a witness
     * @param beside what lies beside the witness of a deviation, such as a program that shows it
     */
    static Run suite(
            SuiteResult result, Witnesses witnesses, Function<Scenario, Optional<Transcript>> model, Beside beside) {
        List<Stale> stale = result.stale().stream()
                .map(entry -> new Stale(entry.clause(), entry.symptom()))
                .collect(Collectors.toUnmodifiableList());
        return new RunOf(witnesses, model, beside).run(result, List.of(), List.of(), stale, result.conforms());
    }

    /** The same without the model's transcripts. */
    static Run suite(SuiteResult result, Witnesses witnesses, Beside beside) {
        return suite(result, witnesses, scenario -> Optional.empty(), beside);
    }

    /**
     * A port's run: the suite's result, and what the comparison with CPython found. Where the port does better than
     * CPython, an entry about CPython is not stale.
     *
     * @param reference the CPython that it was compared with
     */
    static Run port(
            PortResult result,
            Identity reference,
            Witnesses witnesses,
            Function<Scenario, Optional<Transcript>> model,
            Beside beside) {
        List<Difference> differences = result.differences().stream()
                .map(found -> new Difference(
                        found.difference().symptom(),
                        witnesses.add(new io.github.oldbuffer.reports.folder.Difference(
                                result.suite().implementation(),
                                reference,
                                found.difference().symptom(),
                                found.difference().reason(),
                                found.witness(),
                                beside.difference(found))),
                        new Shown(
                                reference,
                                found.difference().reason(),
                                EvidenceOf.of(found.witness(), found.port(), Optional.of(found.reference()))
                                        .with(beside.difference(found)))))
                .collect(Collectors.toUnmodifiableList());
        return new RunOf(witnesses, model, beside)
                .run(result.suite(), result.crashes(), differences, List.of(), !result.deviates());
    }

    private Run run(
            SuiteResult result,
            List<Deviation> moreCrashes,
            List<Difference> differences,
            List<Stale> stale,
            boolean conforms) {
        List<ClauseResult> clauses = new ArrayList<>();
        List<Crash> crashes = new ArrayList<>();
        for (ClauseOutcome outcome : result.clauses()) {
            clauses.add(clause(outcome, result.implementation()));
            outcome.crashes().forEach(death -> crashes.add(crash(death, result.implementation())));
        }
        moreCrashes.forEach(death -> crashes.add(crash(death, result.implementation())));
        return new Run(
                result.implementation(),
                conforms && result.conforms(),
                result.scenarios(),
                result.unsupported(),
                clauses,
                crashes,
                differences,
                stale);
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
                                filed(found),
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
                filed(found),
                witnesses.add(deviation(found, implementation)),
                evidence(found));
    }

    private Evidence evidence(Deviation found) {
        Evidence evidence = EvidenceOf.of(found.witness(), found.transcript(), model.apply(found.witness()));
        // programs name files of this machine, and what is known is published: it has them beside its witness alone
        return found.known().isPresent() ? evidence : evidence.with(beside.deviation(found));
    }

    private io.github.oldbuffer.reports.folder.Deviation deviation(Deviation found, Identity implementation) {
        return new io.github.oldbuffer.reports.folder.Deviation(
                implementation,
                found.clause(),
                found.symptom(),
                found.reason(),
                why(found),
                found.witness(),
                beside.deviation(found));
    }

    private static Filed filed(Deviation found) {
        return found.known().map(FiledOf::entry).orElse(null);
    }

    private static String why(Deviation found) {
        return found.known().map(KnownDeviation::reason).orElse(null);
    }
}
