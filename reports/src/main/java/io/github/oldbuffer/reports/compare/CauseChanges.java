package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.reports.compare.CauseChange.Share;
import io.github.oldbuffer.reports.compare.CauseChange.State;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import java.util.Comparator;
import java.util.HashMap;
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
    /** What the other run says of a finding; nothing of those that it has itself. */
    private final Map<String, Elsewhere> answers = new HashMap<>();

    private CauseChanges(Side before, Side after) {
        this.before = before;
        this.after = after;
        ask(before, after, "before ");
        ask(after, before, "after ");
    }

    /** The causes of two runs: what is fixed, what is new, what only one of them was asked about, what both have. */
    public static List<CauseChange> between(Side before, Side after) {
        return new CauseChanges(before, after).told();
    }

    private void ask(Side one, Side other, String side) {
        Set<Finding.Key> there = other.findings().stream().map(Finding::key).collect(Collectors.toSet());
        one.findings().stream()
                .filter(finding -> !there.contains(finding.key()))
                .forEach(finding ->
                        answers.put(side + finding.id(), other.about().apply(finding)));
    }

    private List<CauseChange> told() {
        Map<Finding, String> sides = new java.util.IdentityHashMap<>();
        before.findings().forEach(finding -> sides.put(finding, "before "));
        after.findings().forEach(finding -> sides.put(finding, "after "));
        return LinkedCause.of(
                        List.of(held(before), held(after)),
                        finding -> answers.get(sides.get(finding) + finding.id()) instanceof Elsewhere.There there
                                ? there.shown()
                                : Set.of())
                .stream()
                .map(this::change)
                .sorted(Comparator.comparing(CauseChange::state))
                .toList();
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
                        was.stream().map(finding -> answers.get("before " + finding.id())),
                        is.stream().map(finding -> answers.get("after " + finding.id())))
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
