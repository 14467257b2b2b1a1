package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A cause as several runs have it.
 *
 * <p>Causes of two runs are one where the same reason on file explains them, where both have a finding of the same function,
 * clause and symptom, and where the witness of the one showed the other. Which findings of one run have one cause the run
 * itself says.
 *
 * @param byRun the findings that each run has of it, none where the run does not have it
 */
public record LinkedCause(List<List<Finding>> byRun) {

    public LinkedCause {
        byRun = byRun.stream().map(List::copyOf).toList();
    }

    /**
     * The causes of some runs, each once, the gravest first.
     *
     * @param also what else a finding is linked by, besides its own key
     */
    public static List<LinkedCause> of(List<Held> runs, Function<Finding, Set<Finding.Key>> also) {
        return new Links(runs).with(also).causes();
    }

    /**
     * What a run has.
     *
     * @param runtime the name of the implementation, the same for all its versions
     */
    public record Held(String runtime, List<Finding> findings) {
        public Held {
            findings = List.copyOf(findings);
        }
    }

    /** The gravest of some findings; those on file come last where they are as grave. */
    public static Finding gravest(List<Finding> findings) {
        return findings.stream().min(ORDER).orElseThrow();
    }

    List<Finding> all() {
        return byRun.stream().flatMap(List::stream).toList();
    }

    private static final Comparator<Finding> ORDER = Comparator.comparingInt(Causes::rank)
            .thenComparing(Finding::known)
            .thenComparing(finding -> finding.clause() == null ? "" : finding.clause(), Clauses::compare)
            .thenComparing(Finding::function)
            .thenComparing(Finding::symptom);

    /** Findings of all runs, some of them joined. */
    private static final class Links {
        private final List<Held> runs;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Integer> runOf = new ArrayList<>();
        private final List<Integer> group = new ArrayList<>();
        private final Map<Finding.Key, List<Integer>> byKey = new HashMap<>();

        Links(List<Held> runs) {
            this.runs = runs;
            Map<String, Integer> first = new HashMap<>();
            for (int run = 0; run < runs.size(); run++) {
                for (Finding finding : runs.get(run).findings()) {
                    int i = findings.size();
                    findings.add(finding);
                    runOf.add(run);
                    group.add(i);
                    join(i, first.computeIfAbsent(run + " " + finding.cause().id(), none -> i));
                    if (finding.known()) {
                        String reason = Causes.firstSentence(finding.filed().reason());
                        join(i, first.computeIfAbsent("filed " + reason, none -> i));
                    }
                    byKey.computeIfAbsent(finding.key(), none -> new ArrayList<>())
                            .add(i);
                }
            }
            byKey.values().forEach(this::joinSame);
        }

        /** What is on file on both sides is told apart by its reason: one symptom may have several. */
        private void joinSame(List<Integer> same) {
            for (int i : same) {
                List<Integer> others = same.stream()
                        .filter(j -> !runOf.get(j).equals(runOf.get(i)) && !apart(i, j))
                        .toList();
                List<Integer> alike = others.stream()
                        .filter(j ->
                                findings.get(j).object().equals(findings.get(i).object()))
                        .toList();
                (alike.isEmpty() ? others : alike).forEach(j -> join(i, j));
            }
        }

        private boolean apart(int i, int j) {
            Finding one = findings.get(i);
            Finding other = findings.get(j);
            return one.known()
                    && other.known()
                    && (runtime(i).equals(runtime(j)) || !one.object().equals(other.object()));
        }

        /** Reasons about two runtimes never have the same words. */
        private String runtime(int i) {
            return runs.get(runOf.get(i)).runtime();
        }

        Links with(Function<Finding, Set<Finding.Key>> also) {
            for (int i = 0; i < findings.size(); i++) {
                for (Finding.Key key : also.apply(findings.get(i))) {
                    for (int j : byKey.getOrDefault(key, List.of())) {
                        if (!runOf.get(j).equals(runOf.get(i))) {
                            join(i, j);
                        }
                    }
                }
            }
            return this;
        }

        private int root(int i) {
            int at = i;
            while (group.get(at) != at) {
                at = group.get(at);
            }
            group.set(i, at);
            return at;
        }

        private void join(int one, int other) {
            int from = root(one);
            int to = root(other);
            group.set(Math.max(from, to), Math.min(from, to));
        }

        List<LinkedCause> causes() {
            Map<Integer, List<List<Finding>>> causes = new LinkedHashMap<>();
            for (int i = 0; i < findings.size(); i++) {
                List<List<Finding>> byRun = causes.computeIfAbsent(root(i), none -> empty());
                byRun.get(runOf.get(i)).add(findings.get(i));
            }
            return causes.values().stream()
                    .map(LinkedCause::new)
                    .sorted(Comparator.comparing(cause -> gravest(cause.all()), ORDER))
                    .toList();
        }

        private List<List<Finding>> empty() {
            List<List<Finding>> empty = new ArrayList<>();
            runs.forEach(run -> empty.add(new ArrayList<>()));
            return empty;
        }
    }
}
