package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.reports.compare.CauseChange.Share;
import io.github.oldbuffer.reports.compare.CauseChange.State;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two runs have in common and what not, by cause: each cause once. */
public final class CauseChanges {

    private final Side before;
    private final Side after;

    private CauseChanges(Side before, Side after) {
        this.before = before;
        this.after = after;
    }

    /** The causes of two runs: what is fixed, what is new, what only one of them was asked about, what both have. */
    public static List<CauseChange> between(Side before, Side after) {
        return new CauseChanges(before, after).told();
    }

    private List<CauseChange> told() {
        Map<Finding, Set<Finding.Key>> shown = new IdentityHashMap<>();
        shownBy(before, after, shown);
        shownBy(after, before, shown);
        return LinkedCause.of(List.of(held(before), held(after)), finding -> shown.getOrDefault(finding, Set.of()))
                .stream()
                .map(this::change)
                .sorted(Comparator.comparing(CauseChange::state))
                .toList();
    }

    /** What the other run shows in place of findings that it does not have itself. */
    private static void shownBy(Side one, Side other, Map<Finding, Set<Finding.Key>> shown) {
        Set<Finding.Key> there = other.findings().stream().map(Finding::key).collect(Collectors.toSet());
        one.findings().stream()
                .filter(finding -> !there.contains(finding.key()))
                .forEach(finding -> {
                    if (other.about().apply(finding) instanceof Elsewhere.There instead) {
                        shown.put(finding, instead.shown());
                    }
                });
    }

    private static LinkedCause.Held held(Side side) {
        return new LinkedCause.Held(side.run().implementation().name(), side.findings());
    }

    private CauseChange change(LinkedCause cause) {
        List<Finding> was = cause.byRun().get(0);
        List<Finding> is = cause.byRun().get(1);
        if (!was.isEmpty() && !is.isEmpty()) {
            return change(State.SAME, was, is, null);
        }
        List<Elsewhere> said = Stream.concat(
                        was.stream().map(after.about()), is.stream().map(before.about()))
                .toList();
        if (said.stream().anyMatch(Elsewhere.There.class::isInstance)) {
            return change(State.SAME, was, is, null);
        }
        List<String> whys = said.stream()
                .map(answer -> answer instanceof Elsewhere.Unasked unasked ? unasked.why() : null)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!whys.isEmpty()) {
            return change(State.UNASKED, was, is, String.join("; ", whys));
        }
        return change(is.isEmpty() ? State.FIXED : State.NEW, was, is, null);
    }

    private CauseChange change(State state, List<Finding> was, List<Finding> is, String why) {
        Finding gravest = LinkedCause.gravest(is.isEmpty() ? was : is);
        Stream<String> headings = Stream.concat(was.stream(), is.stream())
                .map(Finding::heading)
                .distinct()
                .sorted(Clauses::compare);
        boolean both = state == State.SAME;
        return new CauseChange(
                state,
                gravest.cause().title(),
                headings.toList(),
                was.isEmpty() && !both ? null : share(before, was),
                is.isEmpty() && !both ? null : share(after, is),
                why);
    }

    private static Share share(Side side, List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Share(0, null, null, null, null);
        }
        Finding gravest = LinkedCause.gravest(findings);
        Filed filed = findings.stream()
                .map(Finding::filed)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var counted = side.scenarios().apply(findings);
        return new Share(
                findings.size(),
                counted.isPresent() ? counted.getAsLong() : null,
                gravest.id(),
                gravest.witness(),
                filed);
    }
}
