package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.ClauseOutcome;
import io.github.oldbuffer.suite.Deviation;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.properties.Scenarios;
import io.github.oldbuffer.suite.reduce.Reductions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds violations of a port that hide behind one of CPython's own.
 *
 * <p>A symptom that CPython shows as well is shared, with whatever scenario it is on file. A port may show the same
 * symptom where CPython does right: that is a fault of the port, and no witness on file tells of it.
 */
final class OwnViolations {

    /** Scenarios that may be tried to make one witness smaller; bounded by number, so that results repeat. */
    private static final int ATTEMPTS = 400;

    private static final int BATCH = 128;

    private final Implementation port;
    private final Implementation reference;

    OwnViolations(Implementation port, Implementation reference) {
        this.port = port;
        this.reference = reference;
    }

    /** The result, with what the port violates by itself added to what it has in common with CPython. */
    SuiteResult added(SuiteResult result) {
        return new SuiteResult(
                result.implementation(),
                result.options(),
                result.clauses().stream()
                        .map(outcome -> added(outcome, result.options()))
                        .toList(),
                result.stale(),
                result.broken());
    }

    private ClauseOutcome added(ClauseOutcome outcome, SuiteOptions options) {
        Set<String> open = outcome.violations().stream()
                .filter(found -> found.known().isPresent())
                .map(Deviation::symptom)
                .collect(Collectors.toSet());
        if (open.isEmpty()) {
            return outcome;
        }
        List<Deviation> violations = new ArrayList<>(outcome.violations());
        violations.addAll(own(outcome.clause(), open, options));
        return new ClauseOutcome(
                outcome.clause(),
                outcome.verdict(),
                outcome.ran(),
                outcome.unsupported(),
                outcome.exercised(),
                outcome.missing(),
                violations,
                outcome.crashes(),
                outcome.covered());
    }

    private List<Deviation> own(String clause, Set<String> symptoms, SuiteOptions options) {
        long seed = options.seed(clause);
        List<Deviation> found = new ArrayList<>();
        for (int first = 0; first < options.tries() && found.size() < symptoms.size(); first += BATCH) {
            List<Scenario> batch = IntStream.range(first, Math.min(first + BATCH, options.tries()))
                    .mapToObj(number -> Scenarios.of(clause, seed, number))
                    .toList();
            for (Seen seen : seen(clause, batch)) {
                String symptom = seen.violation().symptom();
                if (symptoms.contains(symptom)
                        && found.stream().noneMatch(own -> own.symptom().equals(symptom))) {
                    found.add(reduced(clause, seen).deviation(clause));
                }
            }
        }
        return found;
    }

    /** A violation of the port in a scenario in which CPython does not show its symptom. */
    private record Seen(Scenario scenario, Transcript transcript, Verdict.Violation violation) {

        Deviation deviation(String clause) {
            return new Deviation(
                    clause,
                    violation.symptom(),
                    violation.reason() + "; CPython's own function does not do so here",
                    scenario,
                    transcript,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private List<Seen> seen(String clause, List<Scenario> batch) {
        List<Transcript> ported = port.run(batch);
        List<Scenario> suspects = new ArrayList<>();
        List<Transcript> transcripts = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (!violations(clause, batch.get(i), ported.get(i)).isEmpty()) {
                suspects.add(batch.get(i));
                transcripts.add(ported.get(i));
            }
        }
        List<Transcript> own = suspects.isEmpty() ? List.of() : reference.run(suspects);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < suspects.size(); i++) {
            Scenario scenario = suspects.get(i);
            Set<String> shared = violations(clause, scenario, own.get(i)).stream()
                    .map(Verdict.Violation::symptom)
                    .collect(Collectors.toSet());
            for (Verdict.Violation violation : violations(clause, scenario, transcripts.get(i))) {
                if (!shared.contains(violation.symptom())) {
                    seen.add(new Seen(scenario, transcripts.get(i), violation));
                }
            }
        }
        return seen;
    }

    private static List<Verdict.Violation> violations(String clause, Scenario scenario, Transcript transcript) {
        return Judge.judge(clause, scenario, transcript).violations();
    }

    /** Takes the first smaller scenario that still shows it, again and again. */
    private Seen reduced(String clause, Seen first) {
        Seen least = first;
        int left = ATTEMPTS;
        Iterator<Scenario> smaller = Reductions.of(first.scenario()).iterator();
        while (left-- > 0 && smaller.hasNext()) {
            String symptom = least.violation().symptom();
            Optional<Seen> again = seen(clause, List.of(smaller.next())).stream()
                    .filter(seen -> seen.violation().symptom().equals(symptom))
                    .findFirst();
            if (again.isPresent()) {
                least = again.get();
                smaller = Reductions.of(least.scenario()).iterator();
            }
        }
        return least;
    }
}
