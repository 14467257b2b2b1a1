package io.github.oldbuffer.reports.merge;

import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.results.Run.Measured;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs of one implementation, added up. */
final class MergedRun {

    private static final Comparator<ClauseResult> LISTED =
            Comparator.comparingInt(clause -> MergedFindings.CLAUSES.indexOf(clause.id()));

    private MergedRun() {}

    static Run of(List<Run> shards) {
        if (shards.size() == 1) {
            return shards.get(0);
        }
        Map<String, List<ClauseResult>> byClause = shards.stream()
                .flatMap(shard -> shard.clauses().stream())
                .collect(Collectors.groupingBy(ClauseResult::id, LinkedHashMap::new, Collectors.toList()));
        List<Finding> findings =
                MergedFindings.of(shards.stream().map(Run::findings).toList());
        return new Run(
                shards.get(0).implementation(),
                shards.stream().mapToLong(Run::scenarios).sum(),
                shards.stream().mapToLong(Run::unsupported).sum(),
                byClause.values().stream().map(MergedClause::of).sorted(LISTED).toList(),
                findings,
                replayed(shards.stream().map(Run::replayed).toList(), findings),
                replayed(shards.stream().map(Run::elsewhere).toList(), findings),
                shards.stream()
                        .map(Run::broken)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                measured(shards),
                MergedCoverage.of(shards),
                shards.stream().map(Run::leftOut).filter(Objects::nonNull).reduce(0L, Long::sum));
    }

    /** An entry is stale where no shard saw what it is about. */
    private static List<Replayed> replayed(List<List<Replayed>> shards, List<Finding> findings) {
        Map<List<Object>, Replayed> byEntry = new LinkedHashMap<>();
        for (List<Replayed> shard : shards) {
            for (Replayed entry : shard) {
                Replayed told = entry.stale() && findings.stream().anyMatch(finding -> covers(entry, finding))
                        ? new Replayed(entry.function(), entry.clause(), entry.symptoms(), entry.witness(), false)
                        : entry;
                byEntry.merge(
                        List.of(entry.words(), entry.function(), entry.witness()),
                        told,
                        (one, two) -> one.stale() ? two : one);
            }
        }
        return List.copyOf(byEntry.values());
    }

    private static boolean covers(Replayed entry, Finding finding) {
        return Objects.equals(entry.clause(), finding.clause())
                && entry.function().equals(finding.function())
                && entry.symptoms().contains(finding.symptom());
    }

    private static Measured measured(List<Run> shards) {
        List<Measured> measured =
                shards.stream().map(Run::measured).filter(Objects::nonNull).toList();
        if (measured.size() < shards.size()) {
            return null;
        }
        String started = measured.stream()
                .map(Measured::started)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Measured(
                started, measured.stream().mapToLong(Measured::millis).sum());
    }
}
