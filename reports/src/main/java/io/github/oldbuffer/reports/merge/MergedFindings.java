package io.github.oldbuffer.reports.merge;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings of shards, each once. */
final class MergedFindings {

    static final List<String> CLAUSES =
            Clauses.listed().stream().map(Clause::id).toList();

    /** Known ones first, and the order of the shards must not show. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::known)
            .reversed()
            .thenComparing(Finding::kind)
            .thenComparing(finding -> CLAUSES.indexOf(finding.clause()))
            .thenComparing(Finding::function)
            .thenComparing(Finding::symptom);

    private MergedFindings() {}

    static List<Finding> of(List<List<Finding>> shards) {
        Map<List<Object>, Finding> byKey = new LinkedHashMap<>();
        for (List<Finding> shard : shards) {
            shard.forEach(finding -> byKey.merge(
                    List.of(finding.key(), finding.known()),
                    finding,
                    (one, two) -> sweptBefore(two.evidence(), one.evidence()) ? two : one));
        }
        Map<Finding.Key, List<String>> causes = new HashMap<>();
        for (int shard = 0; shard < shards.size(); shard++) {
            for (Finding finding : shards.get(shard)) {
                causes.computeIfAbsent(finding.key(), none -> new ArrayList<>())
                        .add(shard + " " + finding.cause().id());
            }
        }
        return Causes.grouped(
                byKey.values().stream().sorted(ORDER).toList(),
                (one, other) -> one.known() == other.known()
                        && !Collections.disjoint(causes.get(one.key()), causes.get(other.key())));
    }

    /** Whether a sweep came to the one in a smaller scenario. */
    private static boolean sweptBefore(Evidence one, Evidence other) {
        return one != null
                && other != null
                && one.swept() != null
                && other.swept() != null
                && one.swept().compareTo(other.swept()) < 0;
    }
}
