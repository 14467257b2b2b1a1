package io.github.oldbuffer.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.samples.ManyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A hundred implementations, every clause, ten thousand findings with evidence. */
@EnabledIf("io.github.oldbuffer.reports.html.Browser#present")
class ManyInBrowserTests {

    private static final int IMPLEMENTATIONS = 100;
    private static final int DEVIATIONS = 10_000;

    /** Two seconds are what people wait; a shared machine may take longer without the page being at fault. */
    private static final double PATIENCE_MILLIS = 20_000;

    @TempDir
    Path folder;

    @Test
    void ten_thousand_findings_open_and_stay_usable() throws IOException {
        Path page =
                Files.writeString(folder.resolve("many.html"), Page.write(ManyResults.of(IMPLEMENTATIONS, DEVIATIONS)));
        try (Browser browser = Browser.start()) {
            browser.open(page, "");
            double opened = millis(browser, "return performance.getEntriesByType('navigation')[0].loadEventEnd");
            assertEquals(
                    "10,000 findings, 10 causes",
                    browser.run("return document.getElementById('finding-count').textContent"));
            assertEquals(100L, browser.run("return document.querySelectorAll('#findings details').length"));
            double searched = millis(
                    browser,
                    "const begun = performance.now(); location.hash = '#q=READ-3'; dispatchEvent(new Event('hashchange'));"
                            + "document.body.offsetHeight; return performance.now() - begun");
            double typed = typed(browser);
            System.out.printf(
                    "page of %d bytes: opened in %.0f ms, searched in %.0f ms, typed a word in %.0f ms%n",
                    Files.size(page), opened, searched, typed);
            assertTrue(typed < PATIENCE_MILLIS, "typed in " + typed + " ms");
            assertTrue(opened < PATIENCE_MILLIS, "opened in " + opened + " ms");
            assertTrue(searched < PATIENCE_MILLIS, "searched in " + searched + " ms");
        }
    }

    /** From the first key of a search to what it found. */
    private static double typed(Browser browser) {
        browser.run("location.hash = ''; dispatchEvent(new Event('hashchange'))");
        long began = System.nanoTime();
        browser.driver().findElement(By.id("f-q")).sendKeys("CHAR-5 symptom 9 of runtime 42");
        new WebDriverWait(browser.driver(), Duration.ofMinutes(3), Duration.ofMillis(20))
                .until(driver -> "1 finding of 10,000, 1 cause"
                        .equals(browser.run("return document.getElementById('finding-count').textContent")));
        return (System.nanoTime() - began) / 1e6;
    }

    private static double millis(Browser browser, String script) {
        return ((Number) browser.run(script)).doubleValue();
    }
}
