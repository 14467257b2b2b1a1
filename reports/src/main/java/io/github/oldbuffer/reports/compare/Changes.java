package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.reports.compare.StoredAnswers.Stored;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became different from one report to the next.
 *
 * @param runs of every implementation that both reports know
 * @param fresh ids of the implementations that only the later report knows
 * @param gone ids of those that only the earlier one knows
 */
public record Changes(List<RunChange> runs, List<String> fresh, List<String> gone) {

    public Changes {
        runs = List.copyOf(runs);
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
    }

    /**
     * The changes. An implementation is the same by its id, where it is the only one of each report, or where it alone of
     * each report has what stands before the colon: {@code cpython:/opt/python3.6} and {@code cpython} are versions of one.
     */
    public static Changes between(Results before, Results after) {
        List<RunChange> changes = new ArrayList<>();
        List<Run> known = new ArrayList<>();
        List<Run> fresh = new ArrayList<>();
        for (Run now : after.runs()) {
            Optional<Run> then = same(now, before, after);
            then.ifPresentOrElse(known::add, () -> fresh.add(now));
            then.ifPresent(run -> changes.add(between(new Stored(before, run), new Stored(after, now))));
        }
        List<Run> gone =
                before.runs().stream().filter(run -> !known.contains(run)).toList();
        return new Changes(changes, ids(fresh), ids(gone));
    }

    /** The changes from each report to the next, one after the other. */
    public static Changes through(List<Results> reports) {
        List<RunChange> runs = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (int i = 1; i < reports.size(); i++) {
            Changes changes = between(reports.get(i - 1), reports.get(i));
            runs.addAll(changes.runs());
            fresh.addAll(changes.fresh());
            gone.addAll(changes.gone());
        }
        return new Changes(runs, fresh, gone);
    }

    private static RunChange between(Stored before, Stored after) {
        return RunChange.of(
                Side.stored(before.run(), finding -> StoredAnswers.of(after, before, finding)),
                Side.stored(after.run(), finding -> StoredAnswers.of(before, after, finding)));
    }

    private static Optional<Run> same(Run now, Results before, Results after) {
        boolean pair = before.runs().size() == 1 && after.runs().size() == 1;
        return before.runs().stream()
                .filter(then -> id(then).equals(id(now)))
                .findFirst()
                .or(() -> pair ? Optional.of(before.runs().get(0)) : only(now, before, after));
    }

    private static List<String> ids(List<Run> runs) {
        return runs.stream().map(Changes::id).toList();
    }

    private static Optional<Run> only(Run now, Results before, Results after) {
        List<Run> then = relatives(now, before);
        return then.size() == 1 && relatives(now, after).size() == 1 ? Optional.of(then.get(0)) : Optional.empty();
    }

    private static List<Run> relatives(Run run, Results results) {
        return results.runs().stream()
                .filter(other -> family(other).equals(family(run)))
                .toList();
    }

    private static String family(Run run) {
        return id(run).split(":", 2)[0];
    }

    private static String id(Run run) {
        return run.implementation().id();
    }
}
