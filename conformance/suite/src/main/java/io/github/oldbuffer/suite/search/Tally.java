package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.reduce.Reductions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What a search, or a part of one, has seen of one implementation so far; not a value, it collects.
 *
 * <p>Parts add up: sums are sums, and of two witnesses the smaller one is kept, so that the order does not matter.
 */
public final class Tally {

    private long scenarios;
    private long unsupported;
    private long compared;
    private long skipped;
    private final Map<String, Count> clauses = new HashMap<>();
    private final Map<Seen, Sized> smallest = new HashMap<>();
    /** {@code null} where nobody wants to know. */
    private final ShownTogether shown;

    public Tally() {
        this(null);
    }

    private Tally(ShownTogether shown) {
        this.shown = shown;
    }

    /** One that also counts how many scenarios show what is found. */
    public static Tally counting() {
        return new Tally(new ShownTogether());
    }

    /** Findings are told apart by their object too, since an entry on file may be about some objects only. */
    private record Seen(Finding.Key key, String object, boolean shared) {
        static Seen of(Finding finding) {
            return new Seen(finding.key(), finding.object(), finding.known());
        }
    }

    private record Sized(Finding finding, long size) {}

    private static final class Count {
        private long exercised;
        private long died;
        private long leftOut;
        private final Set<String> missing = new TreeSet<>();
    }

    /**
     * A tally as data.
     *
     * @param clauses by id
     */
    public record Snapshot(
            long scenarios,
            long unsupported,
            long compared,
            long skipped,
            Map<String, ClauseCount> clauses,
            List<Finding> findings) {}

    /** What was seen of one clause. */
    public record ClauseCount(long exercised, long died, long leftOut, List<String> missing) {}

    /** Everything that was seen so far, as data. */
    public Snapshot snapshot() {
        Map<String, ClauseCount> counted = new TreeMap<>();
        clauses.forEach((clause, count) -> counted.put(
                clause, new ClauseCount(count.exercised, count.died, count.leftOut, List.copyOf(count.missing))));
        return new Snapshot(scenarios, unsupported, compared, skipped, counted, findings());
    }

    /** The tally of which a snapshot was taken. */
    public static Tally of(Snapshot snapshot) {
        Tally tally = new Tally();
        tally.scenarios = snapshot.scenarios();
        tally.unsupported = snapshot.unsupported();
        tally.compared = snapshot.compared();
        tally.skipped = snapshot.skipped();
        snapshot.clauses().forEach((clause, counted) -> {
            Count count = tally.count(clause);
            count.exercised = counted.exercised();
            count.died = counted.died();
            count.leftOut = counted.leftOut();
            count.missing.addAll(counted.missing());
        });
        snapshot.findings().forEach(tally::add);
        return tally;
    }

    /** A scenario was run. */
    public void ran() {
        scenarios++;
        if (shown != null) {
            shown.next();
        }
    }

    /** The scenario run last shows something of a kind of object. */
    public void shows(Finding.Key key, String object) {
        if (shown != null) {
            shown.add(key, object);
        }
    }

    /**
     * How many scenarios showed any of what is meant, by its key and the kind of object; 0 where that was not counted.
     */
    public long showing(BiPredicate<Finding.Key, String> meant) {
        return shown == null ? 0 : shown.scenarios(meant);
    }

    /** The scenario run last is not supported. */
    public void unsupported() {
        unsupported++;
    }

    /** The scenario run last was compared with what another implementation did. */
    public void compared() {
        compared++;
    }

    /** The scenario run last said something about a clause. */
    public void exercised(String clause) {
        count(clause).exercised++;
    }

    /** The scenario run last, which is about a clause, killed the process. */
    public void died(String clause) {
        count(clause).died++;
    }

    /** A scenario about a clause was not run, because a call of it had killed the process often enough. */
    public void leftOut(String clause) {
        count(clause).leftOut++;
    }

    /** A scenario was not run, because a call of it had killed the process often enough. */
    public void skip() {
        skipped++;
    }

    /** So many more scenarios said something about a clause. */
    public void exercised(String clause, long scenarios) {
        count(clause).exercised += scenarios;
    }

    /** Something was not seen without which nothing is said of a clause. */
    public void missing(String clause, String what) {
        count(clause).missing.add(what);
    }

    /**
     * Whether a finding in a scenario would be kept.
     *
     * @param shared whether the reference does the same
     */
    public boolean wants(Finding.Key key, String object, boolean shared, Scenario scenario) {
        Sized before = smallest.get(new Seen(key, object, shared));
        return before == null
                || scenario.steps().size()
                                <= before.finding().shown().scenario().steps().size()
                        && Reductions.size(scenario) <= before.size();
    }

    /** Keeps a finding where its scenario is the smallest so far. */
    public void add(Finding finding) {
        smallest.merge(Seen.of(finding), sized(finding), Tally::smaller);
    }

    /** Takes over what another part has seen. */
    public void addAll(Tally other) {
        scenarios += other.scenarios;
        unsupported += other.unsupported;
        compared += other.compared;
        skipped += other.skipped;
        other.clauses.forEach((clause, count) -> {
            Count sum = count(clause);
            sum.exercised += count.exercised;
            sum.died += count.died;
            sum.leftOut += count.leftOut;
            sum.missing.addAll(count.missing);
        });
        other.smallest.forEach((seen, sized) -> smallest.merge(seen, sized, Tally::smaller));
    }

    public long scenarios() {
        return scenarios;
    }

    public long unsupportedScenarios() {
        return unsupported;
    }

    /** Scenarios that were not run, because a call of them had killed the process often enough. */
    public long skipped() {
        return skipped;
    }

    public long comparedScenarios() {
        return compared;
    }

    /** The clauses of which anything was seen, in alphabetical order. */
    public Set<String> clauses() {
        return new TreeSet<>(clauses.keySet());
    }

    /** How many scenarios said something about a clause. */
    public long exercisedTimes(String clause) {
        return count(clause).exercised;
    }

    /** How many scenarios about a clause killed the process. */
    public long deaths(String clause) {
        return count(clause).died;
    }

    /** How many scenarios about a clause were not run, because a call of them had killed the process often enough. */
    public long scenariosLeftOut(String clause) {
        return count(clause).leftOut;
    }

    /** What was not seen of a clause, in words. */
    public List<String> missing(String clause) {
        return List.copyOf(count(clause).missing);
    }

    /** What was found, the smallest witness for each key and object, in an order that depends on nothing else. */
    public List<Finding> findings() {
        Map<String, Finding> sorted = new TreeMap<>();
        smallest.forEach((seen, sized) -> sorted.put(
                seen.key().clause() + "\n" + seen.key().function() + "\n"
                        + seen.key().symptom() + "\n" + seen.key().kind() + "\n" + seen.object() + "\n" + seen.shared(),
                sized.finding()));
        return new ArrayList<>(sorted.values());
    }

    /** What was found, the smallest witness for each key, whatever the object, in an order that depends on nothing else. */
    public List<Finding> findingsByKey() {
        Map<Finding.Key, Finding> smallestOfKey = new LinkedHashMap<>();
        findings().forEach(finding -> smallestOfKey.merge(finding.key(), finding, Tally::smaller));
        return List.copyOf(smallestOfKey.values());
    }

    /** By a total order: whatever was seen first, the same witness is left. */
    private static Sized smaller(Sized one, Sized other) {
        if (one.size() != other.size()) {
            return one.size() < other.size() ? one : other;
        }
        return text(one.finding()).compareTo(text(other.finding())) <= 0 ? one : other;
    }

    /** The one with the smaller witness, by the same order. */
    static Finding smaller(Finding one, Finding other) {
        return smaller(sized(one), sized(other)).finding();
    }

    private static Sized sized(Finding finding) {
        return new Sized(finding, Reductions.size(finding.shown().scenario()));
    }

    private static String text(Finding finding) {
        Finding.Shown shown = finding.shown();
        return ScenarioJson.toTree(shown.scenario()) + " " + shown.step() + " " + shown.theme();
    }

    private Count count(String clause) {
        // not computeIfAbsent, whose lambda a sweep would pay for a million times
        Count count = clauses.get(clause);
        if (count == null) {
            count = new Count();
            clauses.put(clause, count);
        }
        return count;
    }
}
