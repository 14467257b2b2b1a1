package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What became different from one report to the next. */
public final class Changes {

    private Changes() {}

    /**
     * The changes of every implementation that both reports know, a sentence each, and which implementations only one of
     * them knows. An implementation is the same by its
     * id, where it is the only one of each report, or where it alone of each report has what stands before the colon:
     * {@code cpython:/opt/python3.6} and {@code cpython} are versions of one.
     */
    public static List<String> between(Results before, Results after) {
        List<String> changes = new ArrayList<>();
        List<Run> known = new ArrayList<>();
        List<Run> fresh = new ArrayList<>();
        for (Run now : after.runs()) {
            Optional<Run> then = same(now, before, after);
            then.ifPresentOrElse(known::add, () -> fresh.add(now));
            then.ifPresent(run -> changes.addAll(between(run, now)));
        }
        List<Run> gone =
                before.runs().stream().filter(run -> !known.contains(run)).toList();
        if (!fresh.isEmpty()) {
            changes.add("not in the report before: " + ids(fresh));
        }
        if (!gone.isEmpty()) {
            changes.add("in the report before alone: " + ids(gone));
        }
        return List.copyOf(changes);
    }

    private static Optional<Run> same(Run now, Results before, Results after) {
        boolean pair = before.runs().size() == 1 && after.runs().size() == 1;
        return before.runs().stream()
                .filter(then -> id(then).equals(id(now)))
                .findFirst()
                .or(() -> pair ? Optional.of(before.runs().get(0)) : only(now, before, after));
    }

    private static String ids(List<Run> runs) {
        return runs.stream().map(Changes::id).collect(Collectors.joining(", "));
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

    private static List<String> between(Run then, Run now) {
        List<String> changes = new ArrayList<>();
        String id = now.implementation().id() + ": ";
        Map<String, String> old = verdicts(then);
        Map<String, String> fresh = verdicts(now);
        Set<String> clauses = new LinkedHashSet<>(old.keySet());
        clauses.addAll(fresh.keySet());
        for (String clause : clauses) {
            String was = old.getOrDefault(clause, "not judged");
            String is = fresh.getOrDefault(clause, "not judged");
            if (!was.equals(is)) {
                changes.add(id + clause + " was " + was + ", is " + is);
            }
        }
        Set<String> gone = findings(then);
        Set<String> came = findings(now);
        came.stream()
                .filter(finding -> !gone.contains(finding))
                .forEach(finding -> changes.add(id + "came: " + finding));
        gone.stream()
                .filter(finding -> !came.contains(finding))
                .forEach(finding -> changes.add(id + "went: " + finding));
        return changes;
    }

    private static Map<String, String> verdicts(Run run) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (ClauseResult clause : run.clauses()) {
            verdicts.put(clause.id(), clause.verdict().name());
        }
        return verdicts;
    }

    private static Set<String> findings(Run run) {
        return run.findings().stream()
                .map(finding -> finding.heading() + " " + finding.symptom())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
