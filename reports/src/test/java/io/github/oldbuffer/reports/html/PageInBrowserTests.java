package io.github.oldbuffer.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.compare.Changes;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
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
        Results sample = SampleResults.withEvidence();
        for (Run run : sample.runs()) {
            assertTrue(text("#answer").contains(Answer.predicate(run)), text("#answer"));
        }
        assertTrue(text("#answer .fresh").contains("NEW READ-3 no exception\nNEW death CRASHED"), text("#answer"));
        assertTrue(text("#made").contains("Took\n1.5 s"), text("#made"));
        assertTrue(
                text("#made").contains("./conform run -i model -i 'cpython:/opt/my python' --tries 1000 --seed 42"),
                text("#made"));
        assertEquals(
                "clause, says, level, model, cpython:/opt/python3.6",
                browser.run("return [...document.querySelectorAll('#matrix thead th')]"
                        + ".map(one => one.firstChild.textContent).join(', ')"));
        assertEquals(
                Clauses.find("READ-3").orElseThrow().statement(),
                browser.run("return [...document.querySelectorAll('#matrix tbody tr')]"
                        + ".find(row => row.querySelector('th').textContent === 'READ-3').cells[1].textContent"));
        assertEquals("VIOLATED", text("#matrix a[aria-label^='READ-3 cpython']"));
        assertEquals("DIED", text("#matrix a[aria-label^='CHECK-2 cpython']"));
        assertEquals("not applicable", text("#matrix tbody tr:nth-child(4) td:last-child"));
        assertEquals("5 clauses, 2 implementations", text("#matrix-count"));
    }

    @Test
    void a_verdict_leads_to_what_is_behind_it() {
        browser.open(page, "");
        browser.driver()
                .findElement(By.cssSelector("#matrix a[aria-label^='CHECK-2 cpython']"))
                .click();
        await("return !!document.querySelector('#findings details[open] dl')");
        assertTrue(text("#findings details[open]").contains("CRASHED (SIGSEGV)"), text("#findings"));
        assertEquals(1, count("#findings summary .v-died"));
        assertTrue(text("#findings")
                .contains("Without its first 2 lines; Copy gives all of it.\nstatic void repeat(void)"));
    }

    @Test
    void a_page_is_titled_by_whom_it_is_about() {
        browser.open(page, "");
        assertEquals(
                "model, cpython:/opt/python3.6 - Old Buffer conformance",
                browser.driver().getTitle());
    }

    @Test
    void filters_live_in_the_address() {
        browser.open(page, "");
        browser.driver().findElement(By.id("f-q")).sendKeys("BufferError");
        await("return location.hash === '#q=BufferError'");
        assertEquals("1 finding of 4, 1 cause", text("#finding-count"));

        browser.open(page, "#show=new");
        assertEquals("3 findings of 4, 3 causes", text("#finding-count"));
        assertEquals("new", browser.run("return document.getElementById('f-show').value"));

        browser.run("document.getElementById('f-reset').click()");
        assertEquals("4 findings, 3 causes", text("#finding-count"));
        assertEquals("#", browser.run("return new URL(location.href).hash || '#'"));
    }

    @Test
    void a_link_opens_a_finding_with_its_witness_beside_the_model() {
        browser.open(page, "#finding=exceptions/READ-3-buffererror");
        String shown = text("#findings details[open]");
        assertTrue(shown.contains("PyObject_AsReadBuffer(o0)"), shown);
        assertTrue(shown.contains("-1, TypeError"), shown);
        assertTrue(shown.contains("(differs)"), shown);
        assertTrue(shown.contains("./conform replay " + folder + "/deviations/exceptions/READ-3-buffererror"), shown);
        assertEquals(1, count("#findings svg[role=img]"));
        assertEquals(3, count("#findings svg rect"));
        assertEquals(2, count("#findings svg rect.item"));
    }

    @Test
    void findings_are_grouped_by_their_cause_and_what_matters_most_comes_first() {
        browser.open(page, "");
        assertEquals(
                List.of(
                        "The exporter's exception passes through 1 new, 1 known",
                        "CheckReadBuffer follows a NULL pointer 1 new",
                        "Messages are worded differently 1 new"),
                browser.run(
                        "return [...document.querySelectorAll('#findings .group h3')].map(one => one.textContent)"));
        assertEquals(2, count("#findings .group:nth-of-type(1) details"));
        browser.open(page, "#only=CHECK-2");
        assertEquals("1 finding of 4, 1 cause", text("#finding-count"));
        assertTrue(text("#findings details").contains("CRASHED (SIGSEGV)"), text("#findings details"));
    }

    @Test
    void what_is_stale_is_said_before_who_conforms() {
        browser.open(page, "");
        assertTrue(
                text("#answer").startsWith("On file, and deviates no more: cpython:/opt/python3.6: CHAR-3 an old one"),
                text("#answer"));
    }

    @Test
    void who_conforms_with_known_deviations_is_not_green() throws IOException {
        Results sample = SampleResults.withEverything();
        Run known = sample.runs().get(0).withFindings(List.of(SampleResults.known()));
        browser.open(
                write("known.html", sample.withRuns(List.of(known, sample.runs().get(0)))), "");
        assertEquals(1, count("#answer li.known"));
        assertEquals(1, count("#answer li.good"));
        assertTrue(text("#answer li.known").contains("conforms with 1 known deviation"), text("#answer"));
    }

    @Test
    void a_link_opens_a_clause() {
        browser.open(page, "#clause=READ-3");
        assertTrue(text("#READ-3").contains("Look at"), text("#READ-3"));
        assertTrue(text("#READ-3 .verdicts").contains("BufferError instead of TypeError"));
    }

    @Test
    void what_is_new_is_a_link_to_its_finding() {
        browser.open(page, "");
        browser.driver().findElement(By.cssSelector("#answer .fresh a")).click();
        await("return !!document.querySelector('#findings details[open] dl')");
        assertTrue(text("#findings details[open]").contains("No entry on file covers it."));
    }

    @Test
    void what_is_known_is_told_with_its_day_its_place_upstream_and_its_end() {
        browser.open(page, "#finding=exceptions/READ-3-buffererror");
        String shown = text("#findings details[open]");
        assertTrue(shown.contains("since 2026-11-22, for versions >=3.6"), shown);
        assertTrue(shown.contains("2027-01-31"), shown);
        assertEquals(1, count("#findings a[href='https://example.org/issues/1']"));
    }

    @Test
    void a_command_is_copied_without_a_network_or_selected() {
        browser.open(page, "");
        browser.driver().findElement(By.cssSelector("#made .copy button")).click();
        await("return /Copied|Selected/.test(document.querySelector('#made .copy button').textContent)");
    }

    @Test
    void a_clause_names_the_mutants_that_show_that_it_can_fail() {
        browser.open(page, "#clause=READ-3");
        assertEquals(2, count("#READ-3 .mutants tbody tr"));
        assertTrue(text("#READ-3 .mutants").contains("It raises what it likes. 40 310 20 of 20"), text("#READ-3"));
        assertTrue(
                text("#READ-3").contains("./conform run -i mutant:READ-3/sets-no-exception --clauses READ-3"),
                text("#READ-3"));
        browser.open(page, "#clause=READ-4");
        assertEquals(0, count("#READ-4 .mutants"));
    }

    @Test
    void the_heat_map_shows_how_many_scenarios_it_took_and_what_was_missed() {
        browser.open(page, "");
        assertEquals("", text("#strength"), "it is closed");
        browser.run("document.querySelector('.fold').open = true");
        assertEquals(2, count("#strength tbody tr"));
        assertEquals("READ-3 1 1 1 1", text("#strength tbody tr:first-child").replaceAll("\\s+", " "));
        assertEquals(6, count("#strength td.heat-1"));
        assertTrue(text("#strength").startsWith("2 of 3 mutants"), text("#strength"));
        assertTrue(text("#strength .warn").contains("NEW-5/pins-nothing"), text("#strength"));
    }

    @Test
    void a_difference_is_shown_with_what_both_did() {
        browser.open(page, "#finding=messages/difference-another-message");
        String shown = text("#findings details[open]");
        assertTrue(text("#findings .group").contains("No clause forbids a difference"), text("#findings .group"));
        assertTrue(shown.contains("it said no; the other: it said never"), shown);
        assertTrue(shown.contains("-1, BufferError"), shown);
        assertTrue(
                shown.contains("./conform replay " + folder + "/deviations/messages/difference-another-message"),
                shown);
        assertTrue(shown.contains("repro.py\n# python3 repro.py"), shown);
        assertEquals("model", text("#findings .steps th:last-child"));
    }

    @Test
    void what_results_lack_is_not_shown() throws IOException {
        Path old = write("old.html", SampleResults.withEverything());
        browser.open(old, "#clause=READ-3");
        assertEquals(0, count("#READ-3 .mutants"));
        assertEquals(Boolean.TRUE, browser.run("return document.getElementById('strength-section').hidden"));
        assertFalse(text("#sections").contains("How strong"), text("#sections"));
        assertTrue(text("#made").contains("./conform run -i model -i cpython:/opt/python3.6"), text("#made"));
        browser.open(old, "#finding=messages/difference-another-message");
        assertFalse(text("#findings details[open]").contains("./conform replay"), "there is no witness to replay");
    }

    @Test
    void the_part_of_the_space_that_a_run_covered_is_drawn_and_what_is_missing_listed() {
        browser.open(page, "");
        assertEquals("Coverage of the space of scenarios", text("#h-coverage"));
        String shown = text("#coverage table");
        assertTrue(shown.contains("cpython:/opt/python3.6 88.8 % of 9 87.5 % of 24 40"), shown);
        assertTrue(shown.contains("CRASHED (SIGSEGV) in PyObject_CheckReadBuffer"), shown);
        assertEquals(6, count("#coverage svg[role=img] rect.item"));
        assertEquals(
                "83.3 %",
                browser.run(
                        "return document.querySelectorAll('#coverage svg g > text[text-anchor=middle]')[5].textContent"));
        browser.run("document.querySelector('#coverage details').open = true");
        String missing = text("#coverage details");
        assertTrue(missing.contains("layout, function 12 83.3 % indirect, READ; indirect, WRITE"), missing);
        assertTrue(text("#sections").contains("Coverage of the space of scenarios"), text("#sections"));
    }

    @Test
    void a_report_that_does_not_tell_it_has_no_such_section() throws IOException {
        browser.open(write("old.html", SampleResults.withEverything()), "");
        assertEquals(true, browser.run("return document.getElementById('coverage-section').hidden"));
        assertFalse(text("#sections").contains("Coverage of the space of scenarios"), text("#sections"));
    }

    @Test
    void everything_can_be_reached_with_the_keyboard() {
        browser.open(page, "");
        browser.run("document.querySelector('#findings summary').focus()");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        await("return !!document.querySelector('#findings details[open] dl')");
        browser.open(page, "");
        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertEquals("skip", browser.driver().switchTo().activeElement().getAttribute("id"));
    }

    @Test
    void what_changed_from_one_report_to_the_next_stands_in_the_page_a_line_for_each_cause() throws IOException {
        Results before = SampleResults.withEvidence();
        Run run = before.runs().get(1);
        Run mended = run.withFindings(run.findings().stream()
                .filter(finding -> finding.kind() != Finding.Kind.DIFFERENCE)
                .toList());
        Results after = before.withRuns(List.of(before.runs().get(0), mended));
        browser.open(
                Files.writeString(
                        folder.resolve("changed.html"),
                        Page.compare(
                                List.of(new Page.Named("before", before), new Page.Named("after", after)),
                                Changes.between(before, after))),
                "");
        assertEquals(false, browser.run("return document.getElementById('changes-section').hidden"));
        assertEquals(
                List.of("fixed", "same", "same"),
                browser.run("return [...document.querySelectorAll('.causes .v')].map(one => one.textContent)"));
        assertTrue(text("#changes-told").contains("3 causes: 1 fixed, 2 same"), text("#changes-told"));
        assertFalse(text("#changes-told").contains("Verdicts that are others"), text("#changes-told"));
        assertEquals("", text("#changes"), "what stands in the page is told once");
        assertEquals(List.of(), Axe.seriousFindings(browser));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void results_from_elsewhere_can_be_dropped_and_are_compared() throws IOException {
        browser.open(page, "");
        String other =
                ResultsJson.write(SampleResults.withEverything()).replace("BufferError instead", "KeyError instead");
        drop("other.json", other);
        await("return document.getElementById('status').textContent.includes('was added')");
        assertEquals("5 clauses, 4 implementations", text("#matrix-count"));
        assertTrue(
                text("#changes")
                        .contains("only in cpython:/opt/python3.6 (other.json): READ-3 KeyError instead of TypeError"),
                text("#changes"));
        assertTrue(
                text("#changes")
                        .contains(
                                "only in cpython:/opt/python3.6 (this report): READ-3 BufferError instead of TypeError"),
                text("#changes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"schema": 2, "kit":              | it is not JSON
            {"schema": 1}                     | schema: it is of version 1; ./conform report makes a page of it
            {"schema": 3}                     | schema: this page reads version 2, found 3
            {"schema": "2"}                   | schema: this page reads version 2, found "2"
            {"schema": 2}                     | kit: expected an object
            []                                | schema: this page reads version 2
            null                              | schema: this page reads version 2
            {"schema": 2, "kit": {"version": "1", "seed": 1, "tries": 1}, "runs": [{"implementation": 7}]} | runs[0].implementation: expected an object
            {"schema": 2, "kit": {"version": "1", "seed": 1, "tries": 1}, "runs": [null]} | runs[0]: expected an object
            {"schema": 2, "kit": {"version": "1", "seed": 1, "tries": 1}, "runs": [], "command": {"words": [{}]}} | command.words[0]: expected text
            {"schema": 2, "kit": {"version": "1", "seed": 1, "tries": 1}, "runs": [], "strength": {"tries": 1, "seeds": 1, "mutants": 7}} | strength.mutants: expected a list
            """)
    void what_is_no_results_file_is_refused(String text, String sentence) {
        browser.open(page, "");
        drop("bad.json", text);
        await("return document.getElementById('status').textContent.includes('was not added')");
        assertTrue(text("#status").contains(sentence), text("#status"));
        assertEquals("5 clauses, 2 implementations", text("#matrix-count"));
    }

    @Test
    void a_list_of_a_million_entries_is_refused() {
        browser.open(page, "");
        browser.run("const runs = '{},'.repeat(1e6) + '{}';"
                + "const data = new DataTransfer();"
                + "data.items.add(new File(['{\"schema\":2,\"kit\":{\"version\":\"1\",\"seed\":1,\"tries\":1},\"runs\":[' + runs + ']}'], 'many.json'));"
                + "dispatchEvent(new DragEvent('drop', {dataTransfer: data}));");
        await("return document.getElementById('status').textContent.includes('at most 200,000 entries')");
    }

    /** Whatever results from elsewhere name, the page links to nothing but itself. */
    @Test
    void results_from_elsewhere_have_no_links() {
        browser.open(page, "");
        browser.run("document.querySelectorAll('#findings details').forEach(d => d.open = true)");
        await("return document.querySelectorAll('#findings dl').length === 4");
        int own = count("#findings a:not([href^='#'])");
        assertEquals(4, own, "three folders beside the page and an issue upstream");
        for (String path : List.of("../../etc/passwd", "javascript:window.pwned=1", "https://example.org/x")) {
            String tricked = ResultsJson.write(SampleResults.withEvidence())
                    .replace("deviations/messages/difference-another-message/witness.json", path)
                    .replace("https://example.org/issues/1", path);
            drop("tricked.json", tricked);
            await("return document.getElementById('status').textContent.includes('was added')");
            browser.run("document.querySelectorAll('#findings details').forEach(d => d.open = true)");
            await("return [...document.querySelectorAll('#findings details')].every(d => d.querySelector('dl'))");
            assertEquals(own, count("#findings a:not([href^='#'])"));
            assertEquals(Boolean.TRUE, browser.run("return window.pwned === undefined"));
        }
    }

    @Test
    void a_file_that_ends_early_is_refused_wherever_it_ends() {
        browser.open(page, "");
        String whole = ResultsJson.write(SampleResults.withEvidence());
        for (int part = 1; part < 8; part++) {
            drop("cut-" + part + ".json", whole.substring(0, whole.length() * part / 8));
            await("return document.getElementById('status').textContent.includes('cut-" + part
                    + ".json was not added: it is not JSON, or ends too early')");
        }
        assertEquals("5 clauses, 2 implementations", text("#matrix-count"));
    }

    @Test
    void names_that_a_script_language_gives_a_meaning_have_none_here() {
        browser.open(page, "");
        String names = ResultsJson.write(SampleResults.withEverything())
                .replace("\"READ-1\"", "\"__proto__\"")
                .replace("\"NEW-5\"", "\"constructor\"")
                .replace("\"schema\": 2,", "\"schema\": 2, \"__proto__\": {\"polluted\": 1},");
        drop("names.json", names);
        await("return document.getElementById('status').textContent.includes('was added')");
        assertEquals(Boolean.TRUE, browser.run("return ({}).polluted === undefined"));
        assertTrue(text("#matrix").contains("__proto__"), text("#matrix"));
    }

    /** Whatever results hold, none of it runs: it is shown as text, and the policy stands behind that. */
    @Test
    void what_results_hold_never_runs() throws IOException {
        Path hostile = write("hostile.html", SampleResults.hostile());
        browser.open(hostile, "");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        await("return document.querySelectorAll('#findings details dl').length > 0");
        browser.run("document.querySelectorAll('details.clause').forEach(d => d.open = true)");
        await("return document.querySelectorAll('#READ-3 .mutants').length === 1");
        assertEquals(Boolean.TRUE, browser.run("return window.pwned === undefined && !window.name"));
        assertEquals(0, count("a[href^='javascript']"));
        assertTrue(text("#findings").contains("javascript:window.pwned=3"), text("#findings"));
        assertTrue(text("#made").contains("'$(touch pwned)' '`reboot`' 'a'\\''b'"), text("#made"));
        assertEquals(0, count("#findings img, #findings script, #answer img, #matrix img"));
        assertTrue(text("#findings").contains("</script><script>"), text("#findings"));
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
        browser.open(page, "#finding=exceptions/READ-3-buffererror");
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
