package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.suite.DeathWords;
import io.github.oldbuffer.suite.Deviation;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.SuiteRunner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a port by the contract, and compares it with the functions that it replaces. */
public final class PortVerification {

    /** Stands for a clause where a death has none: no clause speaks of what the comparison alone tries. */
    public static final String NO_CLAUSE = "REFERENCE-1";

    private PortVerification() {}

    /**
     * Verifies a port; the same options and answers give an equal result.
     *
     * @param functions of the port
     * @param reference the same interpreter with its own functions
     * @param options whose clauses are those of {@link PortClauses}
     * @param comparing whether to look for differences
     */
    public static PortResult verify(
            Implementation loaded,
            Set<Function> functions,
            Implementation reference,
            SuiteOptions options,
            boolean comparing,
            ProgressListener progress) {
        Cautious port = new Cautious(loaded);
        SuiteResult suite = SuiteRunner.run(
                port, options, Shared.onFile(reference.identity()).on(LocalDate.now()), progress);
        SuiteResult shared = Shared.marked(suite, reference);
        SuiteResult marked =
                suite.broken().isPresent() ? shared : new OwnViolations(port, new Cautious(reference)).added(shared);
        if (!comparing || suite.broken().isPresent()) {
            return new PortResult(marked, List.of(), 0, List.of(), port.givenUp());
        }
        DifferenceSearch search = new DifferenceSearch(port, new Cautious(reference), functions);
        PortScenarios.forEach(options.clauses(), options.tries(), options.seed(), search::look);
        List<FoundDifference> differences = search.differences();
        List<Deviation> crashes = search.deaths(symptomsOfDeaths(marked)).stream()
                .map(PortVerification::crash)
                .toList();
        return new PortResult(marked, differences, search.scenarios(), crashes, port.givenUp());
    }

    private static Set<String> symptomsOfDeaths(SuiteResult suite) {
        return suite.clauses().stream()
                .flatMap(clause -> clause.crashes().stream())
                .map(Deviation::symptom)
                .collect(Collectors.toSet());
    }

    private static Deviation crash(FoundDeath found) {
        return new Deviation(
                NO_CLAUSE,
                found.symptom(),
                DeathWords.reason(found.witness(), found.died()),
                found.witness(),
                found.transcript(),
                Optional.of(found.died()),
                Optional.empty());
    }
}
