package io.github.oldbuffer.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.SampleResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page in a real browser, with its policy in place; {@code .ci/run} insists on it. */
@EnabledIf("io.github.oldbuffer.reports.html.Browser#present")
class PageInBrowserTests {

    private static final String SHOTS = "OLDBUFFER_SCREENSHOTS";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        page = write("index.html", SampleResults.withEvidence());
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @AfterEach
    void nothing_was_refused_or_failed() {
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void the_answer_and_the_matrix_are_there() {
        browser.open(page, "");
        assertTrue(
                text("#answer").contains("cpython:/opt/python3.6 (CPython 3.6.15) does not conform"), text("#answer"));
        assertTrue(text("#made").contains("--seed 42"), text("#made"));
        assertEquals("3", count("#matrix thead th") - 1 + "");
        assertEquals("VIOLATED", text("#matrix a[aria-label^='READ-3 cpython']"));
        assertEquals("4 clauses, 2 implementations", text("#matrix-count"));
    }

    @Test
    void filters_live_in_the_address() {
        browser.open(page, "");
        browser.driver().findElement(By.id("f-q")).sendKeys("BufferError");
        await("return location.hash === '#q=BufferError'");
        assertEquals("1 deviation of 3", text("#deviation-count"));

        browser.open(page, "#show=new");
        assertEquals("2 deviations of 3", text("#deviation-count"));
        assertEquals("new", browser.run("return document.getElementById('f-show').value"));

        browser.run("document.getElementById('f-reset').click()");
        assertEquals("3 deviations", text("#deviation-count"));
        assertEquals("#", browser.run("return new URL(location.href).hash || '#'"));
    }

    @Test
    void a_link_opens_a_deviation_with_its_witness_beside_the_model() {
        browser.open(page, "#deviation=READ-3-buffererror");
        String shown = text("#deviations details[open]");
        assertTrue(shown.contains("PyObject_AsReadBuffer(o0)"), shown);
        assertTrue(shown.contains("-1, TypeError"), shown);
        assertTrue(shown.contains("(differs)"), shown);
        assertTrue(shown.contains("./conform replay deviations/READ-3-buffererror/witness.json"), shown);
        assertEquals(1, count("#deviations svg[role=img]"));
        assertEquals(3, count("#deviations svg rect"));
        assertEquals(2, count("#deviations svg rect.item"));
    }

    @Test
    void a_link_opens_a_clause() {
        browser.open(page, "#clause=READ-3");
        assertTrue(text("#READ-3").contains("Look at"), text("#READ-3"));
        assertTrue(text("#READ-3 .verdicts").contains("BufferError instead of TypeError"));
    }

    @Test
    void differences_are_listed_apart_from_deviations() {
        browser.open(page, "");
        assertTrue(text("#differences").contains("cpython:/opt/python3.6 another message"), text("#differences"));
    }

    @Test
    void everything_can_be_reached_with_the_keyboard() {
        browser.open(page, "");
        browser.run("document.querySelector('#deviations summary').focus()");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        await("return !!document.querySelector('#deviations details[open] dl')");
        browser.open(page, "");
        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertEquals("skip", browser.driver().switchTo().activeElement().getAttribute("id"));
    }

    @Test
    void results_from_elsewhere_can_be_dropped_and_are_compared() throws IOException {
        browser.open(page, "");
        String other =
                ResultsJson.write(SampleResults.withEverything()).replace("BufferError instead", "KeyError instead");
        drop("other.json", other);
        await("return document.getElementById('status').textContent.includes('was added')");
        assertEquals("4 clauses, 4 implementations", text("#matrix-count"));
        assertTrue(text("#changes").contains("came: READ-3 KeyError instead of TypeError"), text("#changes"));
        assertTrue(text("#changes").contains("went: READ-3 BufferError instead of TypeError"), text("#changes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"schema": 1, "kit":              | it is not JSON
            {"schema": 2}                     | schema: this page reads version 1, found 2
            {"schema": 0}                     | schema: this page reads version 1, found 0
            {"schema": 1}                     | kit: expected an object
            []                                | expected an object
            """)
    void what_is_no_results_file_is_refused(String text, String sentence) {
        browser.open(page, "");
        drop("bad.json", text);
        await("return document.getElementById('status').textContent.includes('was not added')");
        assertTrue(text("#status").contains(sentence), text("#status"));
        assertEquals("4 clauses, 2 implementations", text("#matrix-count"));
    }

    @Test
    void a_list_of_a_million_entries_is_refused() {
        browser.open(page, "");
        browser.run("const runs = '{},'.repeat(1e6) + '{}';"
                + "const data = new DataTransfer();"
                + "data.items.add(new File(['{\"schema\":1,\"kit\":{\"version\":\"1\",\"seed\":1,\"tries\":1},\"runs\":[' + runs + ']}'], 'many.json'));"
                + "dispatchEvent(new DragEvent('drop', {dataTransfer: data}));");
        await("return document.getElementById('status').textContent.includes('at most 1,000 entries')");
    }

    /** Whatever results hold, none of it runs: it is shown as text, and the policy stands behind that. */
    @Test
    void what_results_hold_never_runs() throws IOException {
        Path hostile = write("hostile.html", SampleResults.hostile());
        browser.open(hostile, "");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        await("return document.querySelectorAll('#deviations details dl').length > 0");
        assertEquals(Boolean.TRUE, browser.run("return window.pwned === undefined && !window.name"));
        assertEquals(0, count("#deviations img, #deviations script, #answer img, #matrix img"));
        assertTrue(text("#deviations").contains("</script><script>"), text("#deviations"));
        browser.open(page, "");
        drop("hostile.json", ResultsJson.write(SampleResults.hostile()));
        await("return document.getElementById('status').textContent.includes('was added')");
        assertEquals(Boolean.TRUE, browser.run("return window.pwned === undefined"));
    }

    @Test
    void the_policy_refuses_any_other_script() {
        browser.open(page, "");
        browser.run(
                "const s = document.createElement('script'); s.textContent = 'window.pwned = 1'; document.body.append(s);"
                        + "const i = document.createElement('div'); i.innerHTML = '<img src=x onerror=\"window.pwned = 2\">'; document.body.append(i);");
        assertEquals(Boolean.TRUE, browser.run("return window.pwned === undefined"));
        assertFalse(browser.complaints().isEmpty());
    }

    @Test
    void dark_is_dark_and_print_is_whole() {
        browser.open(page, "");
        browser.prefer("light");
        Object light = browser.run("return getComputedStyle(document.body).backgroundColor");
        browser.prefer("dark");
        assertNotEquals(light, browser.run("return getComputedStyle(document.body).backgroundColor"));
        browser.prefer("light");
    }

    @ParameterizedTest
    @CsvSource({"light, 1400", "dark, 1400", "light, 400", "dark, 400"})
    void nobody_is_shut_out(String scheme, int width) throws IOException {
        browser.prefer(scheme);
        browser.size(width, 1200);
        browser.open(page, "#deviation=READ-3-buffererror");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        await("return !!document.querySelector('#READ-3 .verdicts table')");
        assertEquals(List.of(), Axe.seriousFindings(browser));
        assertEquals(
                Boolean.TRUE,
                browser.run("return document.documentElement.scrollWidth <= innerWidth"),
                "the page is wider than the window");
        Shot.keep(browser, System.getenv(SHOTS), scheme + "-" + width);
        browser.prefer("light");
        browser.size(1400, 1000);
    }

    private static Path write(String name, Results results) throws IOException {
        return Files.write(folder.resolve(name), Page.write(results).getBytes(StandardCharsets.UTF_8));
    }

    private static void drop(String name, String text) {
        browser.run(
                "const data = new DataTransfer(); data.items.add(new File([arguments[1]], arguments[0]));"
                        + "dispatchEvent(new DragEvent('drop', {dataTransfer: data}));",
                name,
                text);
    }

    private static String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getText();
    }

    private static int count(String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).size();
    }

    private static void await(String condition) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(30)).until(driver -> browser.run(condition));
    }
}
