package io.github.oldbuffer.reports.trend;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One run among many.
 *
 * @param name of the implementation
 * @param started in UTC; empty where nobody measured it
 * @param perSecond scenarios a second; 0 where nobody measured it
 */
public record Point(
        String name, String version, String kit, String started, Tally tally, long scenarios, long perSecond) {

    /** Runs by implementation, then version, then time. */
    static final Comparator<Run> ORDER = Comparator.comparing(
                    (Run run) -> run.implementation().name())
            .thenComparing(run -> run.implementation().version(), Versions.ORDER)
            .thenComparing(Point::started);

    /** Every run of some results: by implementation, then version, then time. */
    public static List<Point> of(List<Results> stored) {
        return stored.stream()
                .flatMap(results -> results.runs().stream().map(run -> Map.entry(run, results)))
                .sorted(Map.Entry.comparingByKey(ORDER))
                .map(entry -> of(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static String started(Run run) {
        return run.measured() == null ? "" : run.measured().started();
    }

    /** A time for people. */
    public static String time(String started) {
        return started.replace("T", " ").replace("Z", "");
    }

    private static Point of(Results results, Run run) {
        Run.Measured measured = run.measured();
        boolean timed = measured != null && measured.millis() > 0;
        return new Point(
                run.implementation().name(),
                run.implementation().version(),
                results.kit().version(),
                started(run),
                Tally.of(run),
                run.scenarios(),
                timed ? Math.round(run.scenarios() * 1000.0 / measured.millis()) : 0);
    }
}
