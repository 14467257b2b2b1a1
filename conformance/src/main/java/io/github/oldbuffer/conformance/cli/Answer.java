package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The last line of a run: who conforms. */
final class Answer {

    private Answer() {}

    /** Such as {@code model conforms; cpython conforms with 22 known deviations}. */
    static String of(Results results) {
        return results.runs().stream().map(Answer::of).collect(Collectors.joining("; "));
    }

    private static String of(Run run) {
        Tally tally = Tally.of(run);
        String id = run.implementation().id();
        if (tally.deviates()) {
            return id + " does not conform: " + String.join(", ", faults(tally));
        } else if (!tally.conforms()) {
            return id + " could not be judged: "
                    + Words.count(tally.notExercised(), "clause was not exercised", "clauses were not exercised");
        } else if (tally.known() > 0) {
            return id + " conforms with " + Words.count(tally.known(), "known deviation", "known deviations");
        }
        return id + " conforms";
    }

    private static List<String> faults(Tally tally) {
        List<String> faults = new ArrayList<>();
        if (tally.fresh() > 0) {
            faults.add(Words.count(tally.fresh(), "new deviation", "new deviations"));
        }
        if (tally.crashes() > 0) {
            faults.add(Words.count(tally.crashes(), "new crash", "new crashes"));
        }
        return faults;
    }
}
