package io.github.oldbuffer.reports.merge;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the shards of one run into one: runs of the same implementation add up. */
public final class Merge {

    private Merge() {}

    /**
     * Merges shards, at least one.
     *
     * <p>The seed is that of the first, and {@code tries} the largest: a gate must not ask for more than every shard was
     * asked for. No one command repeats several.
     *
     * @throws MergeException where they come from different kits
     */
    public static Results of(List<Results> shards) throws MergeException {
        Results first = shards.get(0);
        Map<Identity, List<Run>> byIdentity = new LinkedHashMap<>();
        int tries = 1;
        for (Results shard : shards) {
            if (!shard.kit().version().equals(first.kit().version())) {
                throw new MergeException("results of kit " + first.kit().version() + " and of kit "
                        + shard.kit().version() + " do not add up; compare them instead");
            }
            tries = Math.max(tries, shard.kit().tries());
            shard.runs()
                    .forEach(run -> byIdentity
                            .computeIfAbsent(run.implementation(), identity -> new ArrayList<>())
                            .add(run));
        }
        return new Results(
                Results.SCHEMA,
                new Results.Kit(first.kit().version(), first.kit().seed(), tries),
                byIdentity.values().stream().map(MergedRun::of).toList(),
                shards.size() == 1 ? first.command() : null,
                first.strength(),
                shards.stream()
                        .flatMap(shard -> shard.sources().stream())
                        .distinct()
                        .toList());
    }
}
