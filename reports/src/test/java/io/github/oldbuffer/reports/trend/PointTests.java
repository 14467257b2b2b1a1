package io.github.oldbuffer.reports.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.html.TrendPage;
import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PointTests {

    @Test
    void versions_come_in_the_order_of_their_numbers() {
        List<Point> points = Point.of(Stream.of("3.10.1", "3.9", "3.9.18", "3.14.0a2", "3.14.0")
                .map(PointTests::results)
                .toList());
        assertEquals(
                List.of("3.9", "3.9.18", "3.10.1", "3.14.0", "3.14.0a2"),
                points.stream().map(Point::version).toList());
        assertEquals(
                List.of(2000L, 2000L, 2000L, 2000L, 2000L),
                points.stream().map(Point::perSecond).toList());
    }

    @Test
    void a_chart_shows_text_as_text() {
        List<Results> stored = List.of(SampleResults.hostile(), SampleResults.withEvidence(), SampleResults.hostile());
        String page = TrendPage.write(Point.of(stored), Course.of(stored));
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"), page);
        assertTrue(page.contains("CPython 3.6.15"), page);
    }

    @Test
    void a_chart_shows_each_verdict() {
        String page = TrendPage.write(Point.of(List.of(SampleResults.withEvidence())), List.of());
        assertTrue(
                page.contains("1 deviate in a new way, 1 died, 1 were not exercised, 1 do not apply,"
                        + " 1 call kills the process"),
                page);
    }

    private static Results results(String version) {
        Run run = SampleResults.run(new Identity("cpython", "CPython", version), List.of(), List.of())
                .withMeasured(new Run.Measured("2026-11-22T09:00:00Z", 500));
        return new Results(SampleResults.KIT, List.of(run));
    }
}
