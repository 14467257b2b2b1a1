package io.github.oldbuffer.conformance.coverage;

import io.github.oldbuffer.conformance.sweep.Sweep;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Collects the values and pairs of values that scenarios cover; not a value. */
public final class SpaceCoverage {
    private final Set<String> singles = new TreeSet<>();
    private final Set<String> pairs = new TreeSet<>();
    private final Set<Point> seen = new HashSet<>();

    /** What is possible: whatever the sweep of bound 1 comes by, which leaves nothing out. */
    public static SpaceCoverage possible() {
        SpaceCoverage possible = new SpaceCoverage();
        Sweep sweep = Sweep.of(1);
        IntStream.range(0, sweep.blocks()).forEach(number -> sweep.block(number).forEach(possible::add));
        return possible;
    }

    /** Counts a scenario in. */
    public void add(Scenario scenario) {
        for (Point point : Point.in(scenario)) {
            if (seen.add(point)) {
                add(point.values());
            }
        }
    }

    /** Counts a scenario in and says whether it covers a value or a pair that none before did. */
    public boolean addsTo(Scenario scenario) {
        int before = singles.size() + pairs.size();
        add(scenario);
        return singles.size() + pairs.size() > before;
    }

    private void add(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            singles.add(values.get(i));
            for (int j = i + 1; j < values.size(); j++) {
                pairs.add(values.get(i) + ", " + values.get(j));
            }
        }
    }

    public Set<String> singles() {
        return Set.copyOf(singles);
    }

    public Set<String> pairs() {
        return Set.copyOf(pairs);
    }

    /** The single values that are possible and not covered. */
    public List<String> missingSingles(SpaceCoverage possible) {
        return possible.singles.stream()
                .filter(value -> !singles.contains(value))
                .toList();
    }

    /** The pairs that are possible and not covered. */
    public List<String> missingPairs(SpaceCoverage possible) {
        return possible.pairs.stream().filter(pair -> !pairs.contains(pair)).toList();
    }
}
