package io.github.oldbuffer.reports.merge;

import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A clause's results, added up: what one shard missed another may have seen. */
final class MergedClause {

    /** Known ones first, and whatever shard told which first must not show. */
    private static final Comparator<ViolationResult> ORDER =
            Comparator.comparing(ViolationResult::known).reversed().thenComparing(ViolationResult::symptom);

    private MergedClause() {}

    static ClauseResult of(List<ClauseResult> shards) {
        Map<String, ViolationResult> bySymptom = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>(shards.get(0).missing());
        long scenarios = 0;
        boolean holds = false;
        for (ClauseResult shard : shards) {
            shard.violations()
                    .forEach(violation -> bySymptom.merge(violation.symptom(), violation, MergedClause::smaller));
            missing.retainAll(shard.missing());
            scenarios += shard.scenarios();
            holds |= shard.verdict() == Overall.HOLDS;
        }
        Overall verdict = !bySymptom.isEmpty()
                ? Overall.VIOLATED
                : holds || (missing.isEmpty() && scenarios > 0) ? Overall.HOLDS : Overall.NOT_EXERCISED;
        return new ClauseResult(
                shards.get(0).id(),
                shards.get(0).level(),
                verdict,
                scenarios,
                verdict == Overall.HOLDS ? List.of() : missing,
                bySymptom.values().stream().sorted(ORDER).toList());
    }

    private static ViolationResult smaller(ViolationResult first, ViolationResult second) {
        return metBefore(second.evidence(), first.evidence()) ? second : first;
    }

    /** Whether a sweep met what the one is about in a smaller scenario. */
    static boolean metBefore(Evidence one, Evidence other) {
        return one != null
                && other != null
                && one.met() != null
                && other.met() != null
                && one.met().compareTo(other.met()) < 0;
    }
}
