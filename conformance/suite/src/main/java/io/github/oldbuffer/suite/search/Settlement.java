package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes findings of what a search has seen: each is held against what is on file, and its witness reduced.
 *
 * @param examiner saw them, and sees them again
 * @param known the entries that apply
 */
public record Settlement(Examiner examiner, KnownDeviations known) {

    /**
     * What is left.
     *
     * @param findings each key once for each entry that covers it, and once for what no entry covers
     * @param lost seen in the search, and not when the witness was run by itself
     */
    public record Settled(List<Finding> findings, List<Finding> lost) {
        public Settled {
            findings = List.copyOf(findings);
            lost = List.copyOf(lost);
        }
    }

    /** Findings of one key that one entry covers, or none. */
    private record Group(Finding.Key key, Filed entry) {}

    /**
     * Settles what was seen.
     *
     * @param seen the smallest scenario for each key and object; known where the reference does the same
     * @param replayed findings with the witness on file, which stand for others of their entry
     */
    public Settled of(List<Finding> seen, List<Finding> replayed) {
        Map<Group, Finding> groups = new LinkedHashMap<>();
        replayed.forEach(finding -> groups.putIfAbsent(new Group(finding.key(), finding.filed()), finding));
        Map<Group, Finding> fresh = new LinkedHashMap<>();
        for (Finding finding : seen) {
            Filed entry = entry(finding);
            Group group = new Group(finding.key(), entry);
            if (!groups.containsKey(group)) {
                fresh.merge(group, finding.withFiled(entry), Tally::smaller);
            }
        }
        Map<Group, Finding> reduced = new LinkedHashMap<>();
        ReductionBudget budget = new ReductionBudget();
        fresh.forEach((group, finding) -> reduced.put(group, reduced(finding, budget)));
        List<Finding> shown = new ArrayList<>(reduced.values());
        shown.removeIf(finding -> finding.known());
        Map<Finding, Finding> byThemselves = byThemselves(shown);
        List<Finding> lost = new ArrayList<>();
        fresh.forEach((group, finding) -> {
            Finding smallest = reduced.get(group);
            if (smallest.known()) {
                groups.put(group, told(smallest));
                return;
            }
            Optional.ofNullable(byThemselves.get(smallest))
                    .or(() -> alone(smallest))
                    .or(() -> alone(finding))
                    .ifPresentOrElse(found -> groups.put(group, found), () -> lost.add(finding));
        });
        return new Settled(List.copyOf(groups.values()), lost);
    }

    /**
     * Whoever replays a witness must see what it shows, in a process that has run nothing else. A process for each costs
     * much, so each is run once behind those before it and once behind those after it: what it shows both times does not
     * hang on either. Those that it does not are left to {@link #alone}. Of one alone nothing is before or after it.
     */
    private Map<Finding, Finding> byThemselves(List<Finding> findings) {
        Map<Finding, Finding> forwards = inTurn(findings);
        if (findings.size() == 1) {
            return forwards;
        }
        List<Finding> others = new ArrayList<>(findings);
        Collections.reverse(others);
        Map<Finding, Finding> backwards = inTurn(others);
        forwards.keySet().retainAll(backwards.keySet());
        return forwards;
    }

    private Map<Finding, Finding> inTurn(List<Finding> findings) {
        Map<Finding, Finding> shown = new IdentityHashMap<>();
        try {
            examiner.restart();
            for (Finding finding : findings) {
                shownBy(finding).ifPresent(found -> shown.put(finding, found));
            }
        } catch (BrokenImplementationException gone) {
            findings.forEach(finding -> shown.putIfAbsent(finding, told(finding)));
        }
        return shown;
    }

    private Filed entry(Finding finding) {
        return finding.known()
                ? finding.filed()
                : known.find(finding).map(KnownDeviation::filed).orElse(null);
    }

    private Finding reduced(Finding finding, ReductionBudget budget) {
        return new Reduction(examiner, budget).of(finding, same(finding)).withFiled(finding.filed());
    }

    private Predicate<Finding> same(Finding finding) {
        return other -> other.key().equals(finding.key()) && Objects.equals(entry(other), finding.filed());
    }

    /** Seen once more in a process that has run nothing else. */
    private Optional<Finding> alone(Finding finding) {
        try {
            examiner.restart();
            return shownBy(finding);
        } catch (BrokenImplementationException gone) {
            return Optional.of(told(finding));
        }
    }

    private Optional<Finding> shownBy(Finding finding) {
        return new Reduction(examiner)
                .shownBy(finding.shown().theme(), finding.shown().scenario(), same(finding));
    }

    /** With the reason, which a search leaves out. */
    private Finding told(Finding finding) {
        Finding.Shown shown = finding.shown();
        return examiner
                .findings(new Try(shown.theme(), shown.scenario()), new Ran(shown.transcript(), shown.other()))
                .stream()
                .filter(other -> other.key().equals(finding.key()))
                .findFirst()
                .map(other -> other.withFiled(finding.filed()))
                .orElse(finding);
    }
}
