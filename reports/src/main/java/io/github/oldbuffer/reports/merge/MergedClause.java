package io.github.oldbuffer.reports.merge;

import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A clause's results, added up: what one shard did not exercise another may have. */
final class MergedClause {

    /** What a shard says that comes first holds for all of them. */
    private static final List<Verdict> ORDER =
            List.of(Verdict.VIOLATED, Verdict.DIED, Verdict.HOLDS, Verdict.NOT_EXERCISED, Verdict.NOT_APPLICABLE);

    private MergedClause() {}

    static ClauseResult of(List<ClauseResult> shards) {
        Verdict verdict = ORDER.stream()
                .filter(candidate -> shards.stream().anyMatch(shard -> shard.verdict() == candidate))
                .findFirst()
                .orElseThrow();
        List<String> whys = shards.stream()
                .filter(shard -> shard.verdict() == verdict)
                .map(ClauseResult::why)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ClauseResult(
                shards.get(0).id(),
                shards.get(0).level(),
                verdict,
                whys.size() <= 1
                        ? whys.stream().findFirst().orElse(null)
                        : whys.stream().collect(Collectors.joining("; ", "in different shards: ", "")),
                shards.stream().mapToLong(ClauseResult::scenarios).sum());
    }
}
