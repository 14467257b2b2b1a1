package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.ClauseOutcome;
import io.github.oldbuffer.suite.Deviation;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.VersionRange;
import java.util.List;
import java.util.Optional;

/** Deviations that a port has in common with CPython's own functions. */
final class Shared {

    private static final String PORT = "port";

    private Shared() {}

    /** What is on file about CPython, as if it were on file about ports. */
    static KnownDeviations onFile(Identity reference) {
        return new KnownDeviations(KnownDeviations.builtIn(reference).of(reference).entries().stream()
                .map(entry -> new KnownDeviation(
                        PORT,
                        VersionRange.ALL,
                        entry.level(),
                        entry.clause(),
                        entry.symptom(),
                        "CPython's own function does the same. " + entry.reason(),
                        entry.witness(),
                        entry.since(),
                        entry.upstream(),
                        entry.expires()))
                .toList());
    }

    /** The result, with every deviation known that CPython shows with the same witness. */
    static SuiteResult marked(SuiteResult result, Implementation reference) {
        return new SuiteResult(
                result.implementation(),
                result.options(),
                result.clauses().stream()
                        .map(outcome -> marked(outcome, reference))
                        .toList(),
                result.stale(),
                result.broken());
    }

    private static ClauseOutcome marked(ClauseOutcome outcome, Implementation reference) {
        return new ClauseOutcome(
                outcome.clause(),
                outcome.verdict(),
                outcome.ran(),
                outcome.unsupported(),
                outcome.exercised(),
                outcome.missing(),
                marked(outcome.violations(), reference),
                marked(outcome.crashes(), reference),
                outcome.covered());
    }

    private static List<Deviation> marked(List<Deviation> deviations, Implementation reference) {
        return deviations.stream()
                .map(found -> found.known().isEmpty() && shows(reference, found) ? known(found) : found)
                .toList();
    }

    private static boolean shows(Implementation reference, Deviation found) {
        Transcript own = reference.run(List.of(found.witness())).get(0);
        if (found.death().isPresent()) {
            return own.outcome() instanceof Outcome.Died;
        }
        return Judge.judge(found.clause(), found.witness(), own).violations().stream()
                .anyMatch(violation -> violation.symptom().equals(found.symptom()));
    }

    private static Deviation known(Deviation found) {
        KnownDeviation entry = new KnownDeviation(
                PORT,
                VersionRange.ALL,
                found.clause(),
                found.symptom(),
                "CPython's own function does the same with this witness.",
                found.witness(),
                Optional.empty(),
                Optional.empty());
        return new Deviation(
                found.clause(),
                found.symptom(),
                found.reason(),
                found.witness(),
                found.transcript(),
                found.death(),
                Optional.of(entry));
    }
}
