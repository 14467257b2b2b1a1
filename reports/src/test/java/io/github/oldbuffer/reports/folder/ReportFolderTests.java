package io.github.oldbuffer.reports.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.SampleResults;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
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

    private static final Identity CPYTHON = new Identity("cpython", "CPython", "3.14.3");
    private static final Scenario WITNESS =
            Scenario.of(new Step.Make(0, new Bytes(5, 1, false)), Step.Call.of(Function.READ, 0));

    @TempDir
    Path temporary;

    private final Results results = SampleResults.withEverything();
    private final Witnesses witnesses = new Witnesses();

    @Test
    void a_report_has_its_results_and_a_folder_for_each_deviation() throws Exception {
        String path = witnesses.add(deviation("READ-3", "BufferError, not TypeError"));

        write();

        assertEquals("deviations/READ-3-buffererror-not-typeerror/witness.json", path);
        assertEquals(results, ResultsJson.read(Files.readString(temporary.resolve("results.json"))));
        assertEquals(WITNESS, ScenarioJson.read(Files.readString(temporary.resolve(path))));
        String page = Files.readString(temporary.resolve(path).resolveSibling("README.md"));
        assertTrue(page.contains("READ-3: BufferError, not TypeError"), page);
        assertTrue(page.contains("it raised BufferError"), page);
        assertTrue(page.contains("witness.json -i cpython\n"), page);
    }

    @Test
    void deviations_of_one_name_get_folders_of_their_own() {
        assertEquals("deviations/READ-3-same/witness.json", witnesses.add(deviation("READ-3", "same")));
        assertEquals("deviations/READ-3-same-2/witness.json", witnesses.add(deviation("READ-3", "Same!")));
        assertEquals("deviations/READ-3-deviation/witness.json", witnesses.add(deviation("READ-3", "§")));
    }

    @Test
    void a_report_replaces_the_one_before_it_and_leaves_nothing_behind() throws IOException {
        witnesses.add(deviation("READ-3", "old"));
        write();
        Witnesses later = new Witnesses();
        later.add(deviation("READ-4", "new"));

        new ReportFolder(temporary, ReportForm.all()).write(results, later);

        assertEquals(
                Set.of(
                        "results.json",
                        "index.html",
                        "junit.xml",
                        "results.sarif",
                        "summary.md",
                        "badge.json",
                        "deviations"),
                names(temporary));
        assertEquals(Set.of(ReportFolder.MARKER, "READ-4-new"), names(temporary.resolve("deviations")));
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

        assertThrows(
                IllegalStateException.class,
                () -> new ReportFolder(temporary, List.of(failing)).write(results, witnesses));

        assertEquals(ResultsJson.write(results), Files.readString(temporary.resolve("results.json")));
        assertEquals(
                Set.of(
                        "results.json",
                        "index.html",
                        "junit.xml",
                        "results.sarif",
                        "summary.md",
                        "badge.json",
                        "deviations"),
                names(temporary));
    }

    @Test
    void a_file_that_cannot_be_moved_into_place_leaves_no_draft() throws IOException {
        Path inTheWay = Files.createDirectories(temporary.resolve("results.json/something"));
        assertThrows(IOException.class, () -> WholeFile.write(inTheWay.getParent(), "text"));
        assertEquals(Set.of("results.json"), names(temporary));
    }

    private void write() throws IOException {
        new ReportFolder(temporary, ReportForm.all()).write(results, witnesses);
    }

    private static Deviation deviation(String clause, String symptom) {
        return new Deviation(CPYTHON, clause, symptom, "it raised BufferError", null, WITNESS);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
