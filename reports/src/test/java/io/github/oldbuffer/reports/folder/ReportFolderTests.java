package io.github.oldbuffer.reports.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.html.Page;
import io.github.oldbuffer.reports.json.FindingFile;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTests {

    private static final Set<String> ALL = Set.of(
            "results.json",
            "index.html",
            "junit.xml",
            "results.sarif",
            "codequality.json",
            "annotations.txt",
            "summary.md",
            "badge.json",
            "deviations");

    @TempDir
    Path temporary;

    private final Results results = SampleResults.withEvidence();

    @Test
    void a_report_has_its_results_and_a_folder_for_each_cause_and_finding() throws Exception {
        write();

        Results placed = FindingFolders.placed(results);
        assertEquals(ResultsJson.write(placed), Files.readString(temporary.resolve("results.json")));
        assertEquals(
                Set.of(ReportFolder.MARKER, "exceptions", "deaths", "messages"),
                names(temporary.resolve("deviations")));
        assertEquals(
                Set.of("README.md", "READ-3-buffererror-instead-of-typeerror"),
                names(temporary.resolve("deviations/exceptions")));
        Path folder = temporary.resolve("deviations/messages/difference-another-message");
        assertEquals(Set.of("README.md", "witness.json", "finding.json", "repro.py"), names(folder));
        assertEquals(
                SampleResults.evidence().witness().orElseThrow(),
                ScenarioJson.read(Files.readString(folder.resolve("witness.json"))));
        FindingFile finding = FindingFile.read(Files.readString(folder.resolve(FindingFile.NAME)));
        assertEquals("cpython:/opt/python3.6", finding.implementation().id());
        assertEquals(results.command().words(), finding.command());
        assertEquals("another message", finding.finding().symptom());
    }

    @Test
    void the_page_of_a_finding_says_what_happened_and_how_to_see_it_again() throws IOException {
        write();
        Path folder = temporary.resolve("deviations/exceptions/READ-3-buffererror-instead-of-typeerror");
        String page = Files.readString(folder.resolve("README.md"));
        assertTrue(page.startsWith("# READ-3: BufferError instead of TypeError\n"), page);
        assertTrue(page.contains("**What happened:** in the witness: BufferError instead of TypeError"), page);
        assertTrue(page.contains("**Clause READ-3 (contract):** "), page);
        assertTrue(page.contains("**Known:** CPython lets the exporter's exception through (since 2026-11-22)"), page);
        assertTrue(page.contains("        -1, BufferError; the model: -1, TypeError\n"), page);
        assertTrue(page.contains("    ./conform replay " + folder + "\n"), page);
        assertTrue(page.contains("    ./conform explain READ-3\n"), page);
        Path difference = temporary.resolve("deviations/messages/difference-another-message");
        String other = Files.readString(difference.resolve("README.md"));
        assertTrue(other.contains("    cd " + difference + "\n    python3 repro.py\n"), other);
        assertTrue(other.contains("**Compared with:** model (Model 1)"), other);
    }

    @Test
    void the_page_of_a_cause_leads_to_its_findings() throws IOException {
        write();
        String page = Files.readString(temporary.resolve("deviations/exceptions/README.md"));
        assertTrue(page.startsWith("# The exporter's exception passes through\n"), page);
        assertTrue(
                page.contains("- [READ-3: BufferError instead of TypeError]"
                        + "(READ-3-buffererror-instead-of-typeerror/README.md), known"),
                page);
        assertTrue(page.contains("\nLook at:\n\n- "), page);
    }

    @Test
    void findings_of_one_name_get_folders_of_their_own_and_always_the_same() {
        Finding one = SampleResults.known().withEvidence(SampleResults.evidence());
        Run run = results.runs().get(1);
        Results twice = results.withRuns(List.of(
                run.withFindings(List.of(one, one.withFiled(null), SampleResults.fresh())),
                run.withFindings(List.of(one))));
        Results placed = FindingFolders.placed(twice);
        String folder = "deviations/exceptions/READ-3-buffererror-instead-of-typeerror";
        assertEquals(
                List.of(
                        folder + "/witness.json",
                        folder + "-2/witness.json",
                        SampleResults.fresh().witness(),
                        folder + "-3/witness.json"),
                placed.runs().stream()
                        .flatMap(each -> each.findings().stream())
                        .map(Finding::witness)
                        .toList());
        assertEquals(placed, FindingFolders.placed(placed));
        assertEquals(
                "deviations/deaths/death-crashed-sigsegv-in-pyobject-checkreadbuffer/witness.json",
                placed.runs().get(0).coverage().deaths().get(0).witness());
    }

    @Test
    void whatever_results_say_their_folders_stay_inside_and_their_pages_run_nothing() throws Exception {
        new ReportFolder(temporary, ReportForm.all()).write(SampleResults.hostile());
        assertEquals(Set.of(ReportFolder.MARKER, "hostile", "hostile-too"), names(temporary.resolve("deviations")));
        try (Stream<Path> pages = Files.walk(temporary.resolve("deviations"))) {
            for (Path page : pages.filter(file -> file.endsWith("README.md")).toList()) {
                String text = Files.readString(page).replaceAll("(?m)^    .*", "");
                assertFalse(text.contains("<script") || text.contains(" [x]("), text);
            }
        }
    }

    @Test
    void a_comparison_has_the_folders_of_all_its_reports() throws IOException {
        new ReportFolder(temporary, ReportForm.all())
                .compare(List.of(new Page.Named("before", results), new Page.Named("after", results)));
        assertEquals(Set.of("index.html", "changes.json", "deviations"), names(temporary));
        assertEquals(
                Set.of("README.md", "difference-another-message", "difference-another-message-2"),
                names(temporary.resolve("deviations/messages")));
    }

    @Test
    void a_report_replaces_the_one_before_it_and_leaves_nothing_behind() throws IOException {
        write();
        new ReportFolder(temporary, ReportForm.all()).write(SampleResults.withEverything());
        assertEquals(ALL, names(temporary));
        assertEquals(Set.of(ReportFolder.MARKER), names(temporary.resolve("deviations")));
    }

    @Test
    void deviations_of_somebody_else_are_left_alone() throws IOException {
        Path theirs = Files.createDirectories(temporary.resolve("deviations")).resolve("thesis.txt");
        Files.writeString(theirs, "ten years of work");

        IOException refused =
                assertThrows(IOException.class, () -> new ReportFolder(temporary, ReportForm.all()).prepare());

        assertTrue(refused.getMessage().contains("did not write"), refused.getMessage());
        assertThrows(IOException.class, this::write);
        assertEquals("ten years of work", Files.readString(theirs));
        assertFalse(Files.exists(temporary.resolve("results.json")));
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.writeString(temporary.resolve("report"), "a file");
        IOException refused = assertThrows(IOException.class, () -> new ReportFolder(file, ReportForm.all()).prepare());
        assertTrue(refused.getMessage().contains("is a file"), refused.getMessage());
        IOException inside = assertThrows(
                IOException.class, () -> new ReportFolder(file.resolve("deeper"), ReportForm.all()).prepare());
        assertTrue(inside.getMessage().contains("could not be made"), inside.getMessage());
    }

    @Test
    void a_form_that_fails_leaves_the_file_before_it_whole() throws IOException {
        write();
        ReportForm failing = new ReportForm("results.json", ignored -> {
            throw new IllegalStateException("out of ideas");
        });

        assertThrows(IllegalStateException.class, () -> new ReportFolder(temporary, List.of(failing)).write(results));

        assertEquals(
                ResultsJson.write(FindingFolders.placed(results)), Files.readString(temporary.resolve("results.json")));
        assertEquals(ALL, names(temporary));
    }

    @Test
    void a_file_that_cannot_be_moved_into_place_leaves_no_draft() throws IOException {
        Path inTheWay = Files.createDirectories(temporary.resolve("results.json/something"));
        assertThrows(IOException.class, () -> WholeFile.write(inTheWay.getParent(), "text"));
        assertEquals(Set.of("results.json"), names(temporary));
    }

    private void write() throws IOException {
        new ReportFolder(temporary, ReportForm.all()).write(results);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
