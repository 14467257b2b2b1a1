package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.words.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became different from one report to the next. */
public final class Changes {

    private Changes() {}

    /**
     * The changes of every implementation that both reports know, a sentence each; of the only two where each report has
     * one.
     */
    public static List<String> between(Results before, Results after) {
        List<String> changes = new ArrayList<>();
        boolean pair = before.runs().size() == 1 && after.runs().size() == 1;
        for (Run now : after.runs()) {
            before.runs().stream()
                    .filter(then -> pair
                            || then.implementation()
                                    .id()
                                    .equals(now.implementation().id()))
                    .findFirst()
                    .ifPresent(then -> changes.addAll(between(then, now)));
        }
        return List.copyOf(changes);
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
        return Finding.in(run).stream()
                .map(finding -> finding.clause() + " " + finding.symptom())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
