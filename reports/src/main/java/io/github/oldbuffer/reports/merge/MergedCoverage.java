package io.github.oldbuffer.reports.merge;

import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Coverage.DimensionCoverage;
import io.github.oldbuffer.spec.results.Coverage.PairCoverage;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What shards covered together: what is missing is what all of them miss. */
final class MergedCoverage {

    private MergedCoverage() {}

    /** {@code null} where a shard does not tell what it covered, or covered another space. */
    static Coverage of(List<Run> shards) {
        List<Coverage> parts =
                shards.stream().map(Run::coverage).filter(Objects::nonNull).toList();
        if (parts.size() < shards.size()
                || parts.stream().map(MergedCoverage::space).distinct().count() != 1) {
            return null;
        }
        Coverage first = parts.get(0);
        return new Coverage(
                IntStream.range(0, first.dimensions().size())
                        .mapToObj(i -> dimension(parts, i))
                        .toList(),
                IntStream.range(0, first.pairs().size())
                        .mapToObj(i -> pair(parts, i))
                        .toList(),
                parts.stream().mapToLong(Coverage::beyond).sum(),
                MergedFindings.of(parts.stream().map(Coverage::deaths).toList()));
    }

    private static Coverage space(Coverage coverage) {
        return new Coverage(
                coverage.dimensions().stream()
                        .map(dimension -> new DimensionCoverage(dimension.name(), dimension.values(), List.of()))
                        .toList(),
                coverage.pairs().stream()
                        .map(pair -> new PairCoverage(pair.first(), pair.second(), pair.possible(), List.of()))
                        .toList(),
                0,
                List.of());
    }

    private static DimensionCoverage dimension(List<Coverage> parts, int index) {
        DimensionCoverage first = parts.get(0).dimensions().get(index);
        return new DimensionCoverage(
                first.name(),
                first.values(),
                shared(parts, part -> part.dimensions().get(index).missing()));
    }

    private static PairCoverage pair(List<Coverage> parts, int index) {
        PairCoverage first = parts.get(0).pairs().get(index);
        return new PairCoverage(
                first.first(),
                first.second(),
                first.possible(),
                shared(parts, part -> part.pairs().get(index).missing()));
    }

    private static List<String> shared(List<Coverage> parts, Function<Coverage, List<String>> missing) {
        List<String> shared = new ArrayList<>(missing.apply(parts.get(0)));
        parts.forEach(part -> shared.retainAll(missing.apply(part)));
        return shared;
    }
}
