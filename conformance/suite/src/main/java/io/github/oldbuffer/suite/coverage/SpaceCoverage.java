package io.github.oldbuffer.suite.coverage;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the pairs of values that scenarios cover; not a value. */
public final class SpaceCoverage {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private static final long[] NOWHERE = {};

    private final BitSet pairs = new BitSet();
    private final Set<Long> seen = new HashSet<>();
    private Exporter last;
    private long[] placesOfLast;

    /** Of exporters that lie in the same places the first: scenarios with the others cover the same. */
    public static List<Exporter> distinct(List<Exporter> exporters) {
        Set<List<Long>> seen = new HashSet<>();
        return exporters.stream()
                .filter(exporter -> seen.add(
                        Arrays.stream(Places.ofObject(exporter)).boxed().toList()))
                .toList();
    }

    /**
     * Counts a scenario in as far as an implementation came with it: not at all where it does not support it.
     *
     * @param facts of the scenario; empty where they are not at hand
     */
    public void add(Scenario scenario, List<Fact> facts, Transcript transcript) {
        if (transcript.outcome() instanceof Outcome.Died died) {
            add(scenario, facts, Math.min(died.step() + 1, scenario.steps().size()));
        } else if (transcript.outcome() instanceof Outcome.Completed) {
            add(scenario, facts, scenario.steps().size());
        }
    }

    /** Counts all of a scenario in. */
    public void add(Scenario scenario) {
        add(scenario, List.of(), scenario.steps().size());
    }

    /** Counts a scenario in and says whether it covers a pair that none before did. */
    public boolean addsTo(Scenario scenario) {
        int before = pairs.cardinality();
        add(scenario);
        return pairs.cardinality() > before;
    }

    /** What was covered so far. */
    public Covered covered() {
        return Covered.of(pairs);
    }

    private void add(Scenario scenario, List<Fact> facts, int steps) {
        long[][] objects = new long[Scenario.MAX_NAME + 1][];
        for (int i = 0; i < steps; i++) {
            Step step = scenario.steps().get(i);
            if (step instanceof Step.Make make) {
                objects[make.object()] = born(make, places(make.exporter(), facts.isEmpty() ? null : facts.get(i)));
            } else if (step instanceof Step.Share share) {
                // no description of an exporter says what it is
                objects[share.object()] = NOWHERE;
            } else if (step instanceof Step.Call call) {
                long place = Places.ofCall(call);
                if (call.nulls().contains(Step.Argument.OBJECT)) {
                    add(place);
                } else {
                    for (long object : objects[call.object()]) {
                        add(place | object);
                    }
                }
            }
        }
    }

    private static long[] born(Step.Make make, long[] places) {
        long born = Place.of(Dimension.BORN, make.born().ordinal());
        long[] all = places.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] |= born;
        }
        return all;
    }

    /** A sweep makes the very same exporter again and again. */
    private long[] places(Exporter exporter, Fact fact) {
        if (exporter != last) {
            placesOfLast = fact instanceof Fact.OfMake made
                    ? Places.ofObject(exporter, made.state().subject())
                    : Places.ofObject(exporter);
            last = exporter;
        }
        return placesOfLast;
    }

    private void add(long place) {
        if (!seen.add(place)) {
            return;
        }
        for (int i = 0; i < DIMENSIONS.length; i++) {
            int one = Place.number(place, DIMENSIONS[i]);
            for (int j = i + 1; one >= 0 && j < DIMENSIONS.length; j++) {
                int other = Place.number(place, DIMENSIONS[j]);
                if (other >= 0) {
                    pairs.set(Covered.pair(DIMENSIONS[i], one, DIMENSIONS[j], other));
                }
            }
        }
    }
}
