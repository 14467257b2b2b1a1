package io.github.oldbuffer.reports.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.oldbuffer.reports.badge.Badge;
import io.github.oldbuffer.reports.codequality.CodeQuality;
import io.github.oldbuffer.reports.html.Page;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.junit.JunitXml;
import io.github.oldbuffer.reports.markdown.Summary;
import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.reports.sarif.Sarif;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.results.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The forms that machines read. */
class FormsTests {

    static Stream<Results> samples() {
        return Stream.of(
                SampleResults.withEverything(),
                SampleResults.withEvidence(),
                located(),
                SampleResults.hostile(),
                SampleResults.hostile().withSources(List.of(new Source(null, null, "</script>\u0000[x]", 1))),
                new Results(SampleResults.KIT, List.of()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sarif_follows_the_schema_of_its_makers(Results results) throws IOException {
        assertEquals(
                "[]",
                sarifSchema().validate(Sarif.write(results), InputFormat.JSON).toString());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void junit_xml_is_xml(Results results) throws Exception {
        assertEquals("testsuites", xml(results).getDocumentElement().getTagName());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void results_follow_the_published_schema(Results results) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ResultsJson.schema());
        assertEquals(
                "[]",
                schema.validate(ResultsJson.write(results), InputFormat.JSON).toString());
    }

    @Test
    void evidence_comes_back_as_it_was_written() throws Exception {
        String text = ResultsJson.write(SampleResults.withEvidence());
        assertEquals(text, ResultsJson.write(ResultsJson.read(text)));
    }

    @Test
    void in_sarif_and_in_code_quality_stands_what_is_new_and_has_a_line() throws IOException {
        JsonNode results = results(located());
        assertEquals(
                List.of("READ-3 error", "DEATH error", "DIFFERENCE warning"),
                results.valueStream()
                        .map(result -> result.get("ruleId").asText() + " "
                                + result.get("level").asText())
                        .toList());
        assertFalse(results.toString().contains("suppressions"), results.toString());
        assertEquals(
                "cpython:/opt/python3.6 difference-1",
                results.at("/2/partialFingerprints/finding~1v1").asText());
        JsonNode quality = new JsonMapper().readTree(CodeQuality.write(located()));
        assertEquals(
                List.of("major READ-3", "critical DEATH", "minor DIFFERENCE"),
                quality.valueStream()
                        .map(entry -> entry.get("severity").asText() + " "
                                + entry.get("check_name").asText())
                        .toList());
        assertEquals("src/a b/ä:x.c", quality.at("/0/location/path").asText());
        assertEquals(12, quality.at("/0/location/lines/begin").asInt());
        assertEquals(
                3,
                quality.valueStream()
                        .map(entry -> entry.get("fingerprint").asText())
                        .distinct()
                        .count());
    }

    @Test
    void in_sarif_a_finding_is_at_the_line_of_its_function_or_else_at_that_of_the_run() throws IOException {
        JsonNode results = results(located());
        assertEquals("src/a%20b/%C3%A4:x.c:12", place(results.get(0)));
        assertEquals("a%3Ab.c:1", place(results.get(1)));
        Results elsewhere = located().withSources(List.of(new Source("port:other.c", null, "other.c", 1)));
        assertEquals(0, results(elsewhere).size());
        assertTrue(
                Sarif.write(elsewhere).contains("3 new findings are about no file of the repository"),
                Sarif.write(elsewhere));
        assertEquals("[ ]\n", CodeQuality.write(elsewhere));
    }

    @Test
    void findings_at_one_line_are_apart_for_services_that_compare_lines() throws IOException {
        Results oneLine = located().withSources(List.of(new Source(null, null, "known.json", 1)));
        JsonNode results = results(oneLine);
        assertEquals(
                3,
                results.valueStream()
                        .map(result -> result.at("/partialFingerprints/primaryLocationLineHash")
                                .asText())
                        .filter(hash -> hash.matches("[0-9a-f]+:1"))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void in_sarif_every_rule_is_described_even_one_that_the_kit_does_not_know(Results sample) throws IOException {
        Results other = sample.withRuns(Stream.concat(
                        sample.runs().stream(),
                        Stream.of(SampleResults.run(
                                new Identity("port:x.c", "CPython", "3.14"),
                                List.of(SampleResults.clause("ODD-99", Verdict.HOLDS, null)),
                                List.of())))
                .toList());
        JsonNode log = new JsonMapper().readTree(Sarif.write(other));
        assertEquals(
                "https://json.schemastore.org/sarif-2.1.0.json",
                log.get("$schema").asText());
        log.at("/runs/0/tool/driver/rules")
                .forEach(rule -> Stream.of("shortDescription", "fullDescription", "help")
                        .forEach(text -> assertFalse(
                                rule.at("/" + text + "/text").asText().isBlank(), rule.toString())));
    }

    @Test
    void sources_survive_the_file() throws Exception {
        String text = ResultsJson.write(located());
        assertEquals(located().sources(), ResultsJson.read(text).sources());
        ResultsException outside =
                assertThrows(ResultsException.class, () -> ResultsJson.read(text.replace("\"a:b.c\"", "\"../b.c\"")));
        assertTrue(outside.getMessage().contains("sources[1].file"), outside.getMessage());
    }

    private static Results located() {
        return SampleResults.withEvidence()
                .withSources(List.of(
                        new Source("cpython:/opt/python3.6", "PyObject_AsReadBuffer", "src/a b/ä:x.c", 12),
                        new Source(null, null, "a:b.c", 1)));
    }

    private static JsonNode results(Results results) throws IOException {
        return new JsonMapper().readTree(Sarif.write(results)).at("/runs/0/results");
    }

    private static String place(JsonNode result) {
        JsonNode place = result.at("/locations/0/physicalLocation");
        return place.at("/artifactLocation/uri").asText() + ":" + place.at("/region/startLine");
    }

    @Test
    void in_sarif_a_finding_has_its_rule_its_line_and_its_words() throws IOException {
        JsonNode log = new JsonMapper().readTree(Sarif.write(located()));
        JsonNode difference = log.at("/runs/0/results/2");
        assertEquals(
                "cpython:/opt/python3.6: another message: it said no; the other: it said never",
                difference.at("/message/text").asText());
        assertEquals(
                SampleResults.difference().witness(),
                difference.at("/properties/witness").asText());
        assertEquals(
                "DIFFERENCE",
                log.at("/runs/0/tool/driver/rules/"
                                + difference.at("/ruleIndex").asInt() + "/id")
                        .asText());
    }

    @Test
    void junit_names_classes_and_times_that_services_can_show() throws Exception {
        Document document = xml(SampleResults.withEvidence());
        List<Element> tests = elements(document, "testcase").toList();
        assertEquals(
                List.of("oldbuffer.model", "cpython.opt_python3_6"),
                tests.stream()
                        .map(test -> test.getAttribute("classname"))
                        .distinct()
                        .toList());
        Element suite = (Element) document.getElementsByTagName("testsuite").item(1);
        assertEquals("1.500", suite.getAttribute("time"));
        assertEquals("2026-11-22T09:00:00", suite.getAttribute("timestamp"));
        assertEquals("1.500", document.getDocumentElement().getAttribute("time"));
        double parts = tests.stream()
                .mapToDouble(test -> Double.parseDouble(test.getAttribute("time")))
                .sum();
        assertEquals(1.5, parts, 0.01);
    }

    @Test
    void junit_fails_what_is_new_errs_on_what_was_not_exercised_and_skips_what_does_not_apply() throws Exception {
        Document document = xml(SampleResults.withEverything());
        Element suite = (Element) document.getElementsByTagName("testsuite").item(1);
        assertEquals(
                List.of("6", "4", "1", "1"),
                Stream.of("tests", "failures", "errors", "skipped")
                        .map(suite::getAttribute)
                        .toList());
        assertEquals(
                List.of(
                        "deviation: no exception",
                        "death: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer",
                        "death: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer",
                        "difference: another message"),
                elements(document, "failure")
                        .map(failure -> failure.getAttribute("type") + ": " + failure.getAttribute("message"))
                        .toList());
        assertEquals(
                List.of("Python 2.7 has no y*"),
                elements(document, "skipped")
                        .map(skipped -> skipped.getAttribute("message"))
                        .toList());
        assertEquals(
                "never seen: a mmap",
                elements(document, "error").findFirst().orElseThrow().getTextContent());
        assertTrue(elements(document, "system-out")
                .findFirst()
                .orElseThrow()
                .getTextContent()
                .contains("Known: CPython lets"));
    }

    @Test
    void in_junit_a_clause_whose_scenarios_died_fails_unless_each_death_is_on_file() throws Exception {
        Finding known = SampleResults.death().withFiled(new Filed("it is old", "", null, null, null));
        Finding other = new Finding(
                "death-2",
                Finding.Kind.DEATH,
                "PyObject_AsReadBuffer",
                null,
                "it died elsewhere",
                SampleResults.DEATHS,
                "bytes",
                "so it did",
                null,
                "SIGABRT",
                null,
                "deviations/deaths/death-2/witness.json",
                null,
                null);
        ClauseResult died = SampleResults.clause("CHECK-2", Verdict.DIED, "28 of its 200 scenarios died");
        assertEquals(List.of("CHECK-2", "death:"), failing(died, SampleResults.death()));
        assertEquals(List.of(), failing(died, known));
        // of another function, which the clause never called
        assertEquals(List.of("death:"), failing(died, known, other));
        assertEquals(List.of("CHECK-2", "death:"), failing(died, other));
    }

    private static List<String> failing(ClauseResult clause, Finding... findings) throws Exception {
        Results results = SampleResults.withEverything();
        Run run = SampleResults.run(results.runs().get(0).implementation(), List.of(clause), List.of(findings));
        return elements(xml(results.withRuns(List.of(run))), "failure")
                .map(failure ->
                        ((Element) failure.getParentNode()).getAttribute("name").split(" ")[0])
                .toList();
    }

    private static Stream<Element> elements(Document document, String name) {
        return IntStream.range(0, document.getElementsByTagName(name).getLength())
                .mapToObj(i -> (Element) document.getElementsByTagName(name).item(i));
    }

    @Test
    void the_summary_says_what_is_new_by_its_cause_and_folds_what_is_known() {
        String summary = Summary.write(SampleResults.withEverything());
        assertTrue(
                summary.contains("**does not conform: 1 new deviation, 1 new death, 1 new difference (0 clauses hold,"
                        + " 1 deviates in a new way, 1 died, 1 was not exercised, 1 does not apply;"
                        + " 1 call kills the process)**"),
                summary);
        assertTrue(
                summary.contains("### The exporter's exception passes through\n\n- **READ-3** no exception"), summary);
        assertTrue(
                summary.indexOf("**READ-3**") < summary.indexOf("**death**")
                        && summary.indexOf("**death**") < summary.indexOf("**difference** another message"),
                summary);
        assertTrue(summary.contains("<details><summary>Known: cpython:/opt/python3.6"), summary);
        assertTrue(summary.contains("- CHECK-2: 28 of its 200 scenarios died"), summary);
        assertTrue(summary.contains("- NEW-3: Python 2.7 has no y\\*"), summary);
        assertTrue(summary.contains("- NEW-5: never seen: a mmap"), summary);
        assertTrue(
                summary.indexOf("deviates no more") < summary.indexOf("## New"),
                "what is stale is said first: " + summary);
    }

    @Test
    void the_summary_tells_how_much_of_the_space_a_run_covered() {
        String summary = Summary.write(SampleResults.withEvidence());
        assertTrue(
                summary.contains("Coverage of the space of scenarios, cpython:/opt/python3.6 (CPython 3.6.15)"
                                .replace("(", "\\(")
                                .replace(")", "\\)")
                        + ": 88.8 % of 9 values, 87.5 % of 24 pairs."),
                summary);
    }

    @Test
    void the_summary_says_what_repeats_it_and_since_when_something_is_known() {
        String summary = Summary.write(SampleResults.withEvidence());
        assertTrue(
                summary.contains(
                        "To repeat it: `./conform run -i model -i 'cpython:/opt/my python' --tries 1000 --seed 42`"),
                summary);
        assertTrue(summary.contains("BufferError instead of TypeError, since 2026-11-22"), summary);
    }

    @Test
    void a_badge_is_green_only_where_nothing_is_known() throws IOException {
        Results sample = SampleResults.withEverything();
        Run right = sample.runs().get(0);
        assertEquals("brightgreen: Model 1 conforms", badge(sample.withRuns(List.of(right))));
        assertEquals(
                "yellow: Model 1 conforms with 1 known deviation",
                badge(sample.withRuns(List.of(right.withFindings(List.of(SampleResults.known()))))));
        assertEquals(
                "yellow: 3 of 3 implementations conform, 1 with known deviations",
                badge(sample.withRuns(List.of(right, right, right.withFindings(List.of(SampleResults.known()))))));
        assertEquals(
                "red: Model 1 does not conform",
                badge(sample.withRuns(List.of(right.withFindings(List.of(SampleResults.difference()))))));
        assertEquals("lightgrey: 0 of 0 implementations conform", badge(sample.withRuns(List.of())));
    }

    private static String badge(Results results) throws IOException {
        JsonNode badge = new JsonMapper().readTree(Badge.write(results));
        return badge.get("color").asText() + ": " + badge.get("message").asText();
    }

    @Test
    void a_hostile_summary_has_no_markup_of_its_own() {
        String summary = Summary.write(SampleResults.hostile());
        assertFalse(summary.contains("<script"), summary);
        assertFalse(summary.contains("<img"), summary);
        assertFalse(summary.contains("@everyone"), summary);
        assertFalse(summary.contains("[x](javascript"), summary);
    }

    @Test
    void the_badge_is_what_shields_asks_for() throws IOException {
        JsonNode badge = new JsonMapper().readTree(Badge.write(SampleResults.withEverything()));
        assertEquals(1, badge.get("schemaVersion").asInt());
        assertEquals("red", badge.get("color").asText());
        assertEquals(
                "Model 1 conforms, CPython 3.6.15 does not conform",
                badge.get("message").asText());
    }

    @Test
    void a_page_loads_nothing_and_ends_no_element_early() {
        String page = Page.write(SampleResults.hostile());
        assertFalse(page.matches("(?s).*(src|href)=\"https?://.*"), "it loads from elsewhere");
        assertEquals(2, page.split("</script>", -1).length - 1);
        assertEquals(page, Page.write(SampleResults.hostile()));
    }

    private static Document xml(Results results) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitXml.write(results))));
    }

    private static Schema sarifSchema() throws IOException {
        try (InputStream schema = FormsTests.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
