package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.coverage.SpaceCoverage;
import java.util.stream.IntStream;

/** The part of the space of scenarios that there is: whatever a sweep of bound 1 comes by, which leaves nothing out. */
public final class SweptSpace {
    private SweptSpace() {}

    /** The pairs of values that are possible; the same at every call, made when the first asks. */
    public static Covered possible() {
        return Possible.PAIRS;
    }

    private static final class Possible {
        private static final Covered PAIRS = pairs();

        private static Covered pairs() {
            SpaceCoverage space = new SpaceCoverage();
            Sweep sweep = new Sweep(1, SpaceCoverage.distinct(Sweep.of(1).exporters()));
            IntStream.range(0, sweep.blocks())
                    .forEach(number -> sweep.block(number).forEach(space::add));
            return space.covered();
        }
    }
}
