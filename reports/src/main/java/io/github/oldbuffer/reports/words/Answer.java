package io.github.oldbuffer.reports.words;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who conforms, in a sentence. */
public final class Answer {

    private Answer() {}

    /** Such as {@code model conforms; cpython conforms with 22 known deviations}. */
    public static String of(Results results) {
        return results.runs().stream().map(Answer::of).collect(Collectors.joining("; "));
    }

    /** Such as {@code model conforms}. */
    public static String of(Run run) {
        return run.implementation().id() + " " + predicate(run);
    }

    /** The same without the name: {@code conforms with 22 known deviations; 3 differences}. */
    public static String predicate(Run run) {
        return judged(run)
                + (run.differences().isEmpty()
                        ? ""
                        : "; " + Count.of(run.differences().size(), "difference", "differences"));
    }

    private static String judged(Run run) {
        Tally tally = Tally.of(run);
        if (tally.deviates()) {
            return "does not conform: " + String.join(", ", faults(tally));
        } else if (!tally.conforms()) {
            return "could not be judged: "
                    + Count.of(tally.notExercised(), "clause was not exercised", "clauses were not exercised");
        } else if (tally.known() > 0) {
            return "conforms with " + Count.of(tally.known(), "known deviation", "known deviations");
        }
        return "conforms";
    }

    private static List<String> faults(Tally tally) {
        List<String> faults = new ArrayList<>();
        if (tally.fresh() > 0) {
            faults.add(Count.of(tally.fresh(), "new deviation", "new deviations"));
        }
        if (tally.crashes() > 0) {
            faults.add(Count.of(tally.crashes(), "new crash", "new crashes"));
        }
        return faults;
    }
}
