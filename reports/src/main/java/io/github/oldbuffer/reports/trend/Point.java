package io.github.oldbuffer.reports.trend;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run among many.
 *
 * @param name of the implementation
 * @param started in UTC; empty where nobody measured it
 * @param perSecond scenarios a second; 0 where nobody measured it
 */
public record Point(
        String name, String version, String kit, String started, Tally tally, long scenarios, long perSecond) {

    /** Every run of some results: by implementation, then version, then time. */
    public static List<Point> of(List<Results> stored) {
        return stored.stream()
                .flatMap(Point::of)
                .sorted(Comparator.comparing(Point::name)
                        .thenComparing(Point::version, Versions.ORDER)
                        .thenComparing(Point::started))
                .toList();
    }

    private static Stream<Point> of(Results results) {
        return results.runs().stream().map(run -> of(results, run));
    }

    private static Point of(Results results, Run run) {
        Run.Measured measured = run.measured();
        boolean timed = measured != null && measured.millis() > 0;
        return new Point(
                run.implementation().name(),
                run.implementation().version(),
                results.kit().version(),
                measured == null ? "" : measured.started(),
                Tally.of(run),
                run.scenarios(),
                timed ? Math.round(run.scenarios() * 1000.0 / measured.millis()) : 0);
    }
}
