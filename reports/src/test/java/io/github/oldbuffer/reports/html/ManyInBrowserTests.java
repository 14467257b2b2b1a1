package io.github.oldbuffer.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.results.ManyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A hundred implementations, every clause, ten thousand deviations with evidence. */
@EnabledIf("io.github.oldbuffer.reports.html.Browser#present")
class ManyInBrowserTests {

    private static final int IMPLEMENTATIONS = 100;
    private static final int DEVIATIONS = 10_000;

    /** Two seconds are what people wait; a shared machine may take longer without the page being at fault. */
    private static final double PATIENCE_MILLIS = 6_000;

    @TempDir
    Path folder;

    @Test
    void ten_thousand_deviations_open_and_stay_usable() throws IOException {
        Path page =
                Files.writeString(folder.resolve("many.html"), Page.write(ManyResults.of(IMPLEMENTATIONS, DEVIATIONS)));
        try (Browser browser = Browser.start()) {
            browser.open(page, "");
            double opened = millis(browser, "return performance.getEntriesByType('navigation')[0].loadEventEnd");
            assertEquals(
                    "10,000 deviations", browser.run("return document.getElementById('deviation-count').textContent"));
            assertEquals(100L, browser.run("return document.querySelectorAll('#deviations details').length"));
            double searched = millis(
                    browser,
                    "const begun = performance.now(); location.hash = '#q=READ-3'; dispatchEvent(new Event('hashchange'));"
                            + "document.body.offsetHeight; return performance.now() - begun");
            System.out.printf(
                    "page of %d bytes: opened in %.0f ms, searched in %.0f ms%n", Files.size(page), opened, searched);
            assertTrue(opened < PATIENCE_MILLIS, "opened in " + opened + " ms");
            assertTrue(searched < PATIENCE_MILLIS, "searched in " + searched + " ms");
        }
    }

    private static double millis(Browser browser, String script) {
        return ((Number) browser.run(script)).doubleValue();
    }
}
