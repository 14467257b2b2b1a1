package io.github.oldbuffer.reports.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.oldbuffer.reports.badge.Badge;
import io.github.oldbuffer.reports.html.Page;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.junit.JunitXml;
import io.github.oldbuffer.reports.markdown.Summary;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.SampleResults;
import io.github.oldbuffer.reports.sarif.Sarif;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                SampleResults.hostile(),
                new Results(
                        Results.SCHEMA,
                        SampleResults.withEverything().kit(),
                        SampleResults.withEverything().runs().subList(0, 0)));
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
    void a_known_deviation_is_suppressed_and_a_new_one_is_an_error() throws IOException {
        JsonNode results = new JsonMapper()
                .readTree(Sarif.write(SampleResults.withEverything()))
                .at("/runs/0/results");
        assertEquals(5, results.size());
        assertEquals("note", results.at("/0/level").asText());
        assertEquals(
                "CPython lets the exporter's exception through",
                results.at("/0/suppressions/0/justification").asText());
        assertEquals("error", results.at("/1/level").asText());
        assertTrue(results.at("/1/suppressions").isMissingNode());
        assertEquals("open", results.at("/4/kind").asText());
    }

    @Test
    void a_difference_is_a_warning_of_a_rule_of_its_own() throws IOException {
        JsonNode log = new JsonMapper().readTree(Sarif.write(SampleResults.withEvidence()));
        JsonNode difference = log.at("/runs/0/results/3");
        assertEquals("DIFFERENCE", difference.at("/ruleId").asText());
        assertEquals("warning", difference.at("/level").asText());
        assertEquals(
                "cpython:/opt/python3.6: another message: it said no; the other: it said never",
                difference.at("/message/text").asText());
        assertEquals(
                "deviations/y/witness.json",
                difference
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText());
        assertEquals(
                "DIFFERENCE",
                log.at("/runs/0/tool/driver/rules/"
                                + difference.at("/ruleIndex").asInt() + "/id")
                        .asText());
    }

    @Test
    void a_difference_is_a_test_that_fails() throws Exception {
        Document document = xml(SampleResults.withEvidence());
        Element failure = (Element) document.getElementsByTagName("failure").item(1);
        assertEquals("difference", failure.getAttribute("type"));
        assertEquals("another message", failure.getAttribute("message"));
        assertTrue(failure.getTextContent().contains("it said no; the other: it said never"));
        assertEquals("difference: another message", ((Element) failure.getParentNode()).getAttribute("name"));
    }

    @Test
    void junit_fails_what_is_new_errs_on_what_was_not_exercised_and_passes_the_rest() throws Exception {
        Document document = xml(SampleResults.withEverything());
        Element suite = (Element) document.getElementsByTagName("testsuite").item(1);
        assertEquals("3", suite.getAttribute("tests"));
        assertEquals("2", suite.getAttribute("failures"));
        assertEquals("1", suite.getAttribute("errors"));
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertEquals("no exception", failure.getAttribute("message"));
        assertTrue(document.getElementsByTagName("system-out")
                .item(0)
                .getTextContent()
                .contains("Known: CPython lets"));
    }

    @Test
    void the_summary_says_what_is_new_and_folds_what_is_known() {
        String summary = Summary.write(SampleResults.withEverything());
        assertTrue(summary.contains("**does not conform: 1 new deviation, 1 new crash; 1 difference**"), summary);
        assertTrue(summary.contains("## Differences: cpython:/opt/python3.6"), summary);
        assertTrue(summary.contains("- another message  \n  `deviations/y/witness.json`"), summary);
        assertTrue(summary.contains("- **READ-3** no exception"), summary);
        assertTrue(summary.contains("<details><summary>Known: cpython:/opt/python3.6"), summary);
        assertTrue(summary.contains("- NEW-5: never seen a mmap"), summary);
    }

    @Test
    void the_summary_tells_how_much_of_the_space_a_run_came_by() {
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
                        "The same again: `./conform run -i model -i 'cpython:/opt/my python' --tries 1000 --seed 42`"),
                summary);
        assertTrue(summary.contains("BufferError instead of TypeError, since 2026-11-22"), summary);
    }

    @Test
    void a_comparison_is_no_green_badge() throws IOException {
        Results sample = SampleResults.withEverything();
        Run right = sample.runs().get(0);
        Run differing = new Run(
                right.implementation(),
                true,
                1,
                0,
                right.clauses(),
                List.of(),
                List.of(new Run.Difference("another message", "deviations/y/witness.json")),
                List.of());
        JsonNode badge = new JsonMapper().readTree(Badge.write(sample.with(List.of(differing))));
        assertEquals("yellow", badge.get("color").asText());
        assertEquals("Model 1 conforms, 1 difference", badge.get("message").asText());
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
