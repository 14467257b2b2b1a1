package io.github.oldbuffer.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.samples.StoredResults;
import io.github.oldbuffer.reports.trend.Course;
import io.github.oldbuffer.reports.trend.Point;
import io.github.oldbuffer.spec.results.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trend over results of twelve implementations, in a real browser. */
@EnabledIf("io.github.oldbuffer.reports.html.Browser#present")
class TrendInBrowserTests {

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page;
    private static List<Point> points;

    @BeforeAll
    static void start() throws Exception {
        List<Results> stored = new ArrayList<>(StoredResults.all().values());
        points = Point.of(stored);
        List<Course> courses = Course.of(stored);
        page = Files.writeString(folder.resolve("trend.html"), TrendPage.write(points, courses));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void every_run_has_its_bar_in_both_charts_and_its_row() {
        browser.open(page, "");
        assertEquals(
                (long) points.size(),
                browser.run("return document.querySelectorAll('table:not(.courses) tbody tr').length"));
        assertTrue((Long) browser.run("return document.querySelectorAll('.courses tbody tr').length") > 0);
        assertEquals(
                2L * points.size(),
                browser.run("return [...document.querySelectorAll('.rows svg')]"
                        + ".filter(one => one.querySelector('rect').getBoundingClientRect().width >= 1).length"));
        assertEquals(
                "1",
                browser.run("return String(new Set([...document.querySelectorAll('.rows svg')]"
                        + ".map(one => one.getBoundingClientRect().width)).size)"),
                "charts that are to be compared have one width");
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "1400, dark", "400, light", "400, dark"})
    void it_can_be_read_on_every_screen(int width, String scheme) throws Exception {
        browser.size(width, 900);
        browser.prefer(scheme);
        browser.open(page, "");
        assertEquals(List.of(), Axe.seriousFindings(browser));
        assertTrue(
                (Boolean) browser.run("return document.documentElement.scrollWidth <= innerWidth"),
                "the page itself does not scroll sideways");
        Shot.keep(browser, System.getenv("OLDBUFFER_SCREENSHOTS"), "trend-" + width + "-" + scheme);
        assertEquals(List.of(), browser.complaints());
    }
}
