package io.github.oldbuffer.reports.merge;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Difference;
import io.github.oldbuffer.reports.results.Run.Measured;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Runs of one implementation, added up. */
final class MergedRun {

    private static final List<String> CLAUSES =
            Clauses.all().stream().map(Clause::id).toList();
    private static final Comparator<ClauseResult> LISTED =
            Comparator.comparingInt(clause -> CLAUSES.indexOf(clause.id()));
    private static final Comparator<Crash> CRASHES = Comparator.<Crash>comparingInt(
                    crash -> CLAUSES.indexOf(crash.clause()))
            .thenComparing(Comparator.comparing(Crash::known).reversed())
            .thenComparing(Crash::symptom);

    private MergedRun() {}

    static Run of(List<Run> shards) {
        if (shards.size() == 1) {
            return shards.get(0);
        }
        Map<String, List<ClauseResult>> byClause = new LinkedHashMap<>();
        for (Run shard : shards) {
            shard.clauses()
                    .forEach(clause -> byClause.computeIfAbsent(clause.id(), id -> new ArrayList<>())
                            .add(clause));
        }
        List<ClauseResult> clauses =
                byClause.values().stream().map(MergedClause::of).sorted(LISTED).toList();
        List<Crash> crashes = crashes(shards);
        Run merged = new Run(
                shards.get(0).implementation(),
                false,
                shards.stream().mapToLong(Run::scenarios).sum(),
                shards.stream().mapToLong(Run::unsupported).sum(),
                clauses,
                crashes,
                first(shards, Run::differences, Difference::symptom),
                first(shards, Run::stale, stale -> stale.clause() + "\n" + stale.symptom()).stream()
                        .filter(stale -> !seen(stale, clauses, crashes))
                        .toList(),
                measured(shards),
                MergedCoverage.of(shards));
        return new Run(
                merged.implementation(),
                Tally.of(merged).conforms(),
                merged.scenarios(),
                merged.unsupported(),
                merged.clauses(),
                merged.crashes(),
                merged.differences(),
                merged.stale(),
                merged.measured(),
                merged.coverage());
    }

    private static List<Crash> crashes(List<Run> shards) {
        Map<String, Crash> byName = new LinkedHashMap<>();
        for (Run shard : shards) {
            for (Crash crash : shard.crashes()) {
                byName.merge(
                        crash.clause() + "\n" + crash.symptom(),
                        crash,
                        (one, two) -> MergedClause.metBefore(two.evidence(), one.evidence()) ? two : one);
            }
        }
        return byName.values().stream().sorted(CRASHES).toList();
    }

    private static <T> List<T> first(List<Run> shards, Function<Run, List<T>> parts, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        shards.stream()
                .map(parts)
                .flatMap(Collection::stream)
                .forEach(part -> byName.putIfAbsent(name.apply(part), part));
        return List.copyOf(byName.values());
    }

    private static boolean seen(Stale stale, List<ClauseResult> clauses, List<Crash> crashes) {
        return clauses.stream()
                        .filter(clause -> clause.id().equals(stale.clause()))
                        .flatMap(clause -> clause.violations().stream())
                        .anyMatch(violation -> violation.symptom().equals(stale.symptom()))
                || crashes.stream()
                        .anyMatch(crash -> crash.clause().equals(stale.clause())
                                && crash.symptom().equals(stale.symptom()));
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
