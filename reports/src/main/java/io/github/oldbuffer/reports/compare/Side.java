package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One of two runs that are held against each other.
 *
 * @param findings of the run that are about the run alone, and not about what the other one does
 * @param about what it says of a finding that only the other one has
 * @param scenarios how many scenarios showed any of some findings; empty where nobody counted them
 */
public record Side(
        Run run,
        List<Finding> findings,
        Function<Finding, Elsewhere> about,
        Function<List<Finding>, OptionalLong> scenarios) {

    public Side {
        findings = List.copyOf(findings);
    }

    /** A run whose results are all that is known of it. */
    public static Side stored(Run run, Function<Finding, Elsewhere> about) {
        return new Side(run, run.findings(), about, findings -> OptionalLong.empty());
    }

    /** The same, with some of the findings. */
    public Side only(Predicate<Finding> wanted) {
        return new Side(run, findings.stream().filter(wanted).toList(), about, scenarios);
    }
}
