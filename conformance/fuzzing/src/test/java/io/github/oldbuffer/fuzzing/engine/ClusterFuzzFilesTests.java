package io.github.oldbuffer.fuzzing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for OSS-Fuzz and ClusterFuzzLite, held against what their documentation allows. */
class ClusterFuzzFilesTests {

    private static final String OSS_FUZZ = "conformance/oss-fuzz";
    private static final String LITE = ".clusterfuzzlite";
    private static final Path WORKFLOWS = EngineFolder.checkout().resolve(".github/workflows");

    /** The attributes of {@code project.yaml} that OSS-Fuzz's guide for new projects names. */
    private static final Set<String> PROJECT = Set.of(
            "homepage",
            "language",
            "primary_contact",
            "auto_ccs",
            "main_repo",
            "vendor_ccs",
            "sanitizers",
            "architectures",
            "fuzzing_engines",
            "help_url",
            "builds_per_day",
            "file_github_issue",
            "disable_remediation",
            "disable_remediation_pre_review",
            "base_os_version");

    /** What {@code action.yml} of the two actions take. */
    private static final Set<String> BUILD = Set.of(
            "language",
            "dry-run",
            "allowed-broken-targets-percentage",
            "sanitizer",
            "project-src-path",
            "bad-build-check",
            "keep-unaffected-fuzz-targets",
            "storage-repo",
            "storage-repo-branch",
            "storage-repo-branch-coverage",
            "upload-build",
            "github-token");

    private static final Set<String> RUN = Set.of(
            "language",
            "fuzz-seconds",
            "dry-run",
            "sanitizer",
            "mode",
            "github-token",
            "storage-repo",
            "storage-repo-branch",
            "storage-repo-branch-coverage",
            "report-unreproducible-crashes",
            "minimize-crashes",
            "parallel-fuzzing",
            "output-sarif",
            "report-timeouts",
            "report-ooms");

    private static final String ACTIONS = "google/clusterfuzzlite/actions/";

    @ParameterizedTest
    @ValueSource(strings = {OSS_FUZZ, LITE})
    void theProjectSaysWhatTheGuideAsksFor(String folder) throws IOException {
        JsonNode project = yaml(EngineFolder.checkout().resolve(folder).resolve("project.yaml"));
        assertTrue(PROJECT.containsAll(names(project)), names(project).toString());
        assertEquals("jvm", project.get("language").asText());
        // the checks of OSS-Fuzz want the tag of the image to be the version that the project names
        List<String> image =
                Files.readAllLines(EngineFolder.checkout().resolve(folder).resolve("Dockerfile"));
        assertEquals(
                List.of("FROM gcr.io/oss-fuzz-base/base-builder-jvm:"
                        + project.get("base_os_version").asText()),
                image.stream().filter(line -> line.startsWith("FROM")).toList());
        assertTrue(image.contains("WORKDIR $SRC/old-buffer"));
        assertTrue(image.stream().anyMatch(line -> line.matches("COPY \\S*build\\.sh \\$SRC/")));
    }

    @Test
    void ossFuzzKnowsWhereTheKitIsAndHowJavaIsFuzzed() throws IOException {
        JsonNode project = yaml(EngineFolder.checkout().resolve(OSS_FUZZ).resolve("project.yaml"));
        assertTrue(project.get("main_repo").asText().matches("https://\\S+\\.git"));
        assertTrue(project.get("primary_contact").asText().matches("\\S+@\\S+\\.\\S+"));
        assertEquals("[\"libfuzzer\"]", project.get("fuzzing_engines").toString());
        assertEquals("[\"address\"]", project.get("sanitizers").toString());
        assertTrue(Files.readString(EngineFolder.checkout().resolve(OSS_FUZZ).resolve("Dockerfile"))
                .contains(project.get("main_repo").asText() + " $SRC/old-buffer"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyStepGivesItsActionWhatItTakes(Path workflow) throws IOException {
        for (JsonNode job : yaml(workflow).get("jobs")) {
            JsonNode built = null;
            for (JsonNode step : job.get("steps")) {
                JsonNode with = step.get("with");
                assertEquals("jvm", with.get("language").asText());
                assertEquals(
                        "${{ secrets.GITHUB_TOKEN }}", with.get("github-token").asText());
                if (step.get("uses").asText().equals(ACTIONS + "build_fuzzers@v1")) {
                    assertTrue(BUILD.containsAll(names(with)), names(with).toString());
                    built = with;
                } else {
                    assertEquals(ACTIONS + "run_fuzzers@v1", step.get("uses").asText());
                    assertTrue(RUN.containsAll(names(with)), names(with).toString());
                    assertTrue(with.get("fuzz-seconds").asInt() > 0);
                    // what is run has been built just so
                    assertEquals(sanitizer(built), sanitizer(with));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cflite_pr.yml, pull_request, code-change",
        "cflite_batch.yml, schedule, batch",
        "cflite_cron.yml, schedule, 'prune,coverage'",
        "cflite_build.yml, push, ''"
    })
    void eachWorkflowRunsInItsModesWhenItShould(String file, String when, String modes) throws IOException {
        JsonNode workflow = yaml(WORKFLOWS.resolve(file));
        assertEquals(Set.of(when), names(workflow.get("on")));
        assertEquals("read-all", workflow.get("permissions").asText());
        List<String> found = new ArrayList<>();
        for (JsonNode job : workflow.get("jobs")) {
            job.get("steps").findValuesAsText("mode").forEach(found::add);
        }
        assertEquals(modes, String.join(",", found));
        if (when.equals("schedule")) {
            String cron = workflow.get("on").get("schedule").get(0).get("cron").asText();
            assertTrue(cron.matches("[0-5]?\\d (\\*/\\d+|[01]?\\d|2[0-3]) \\* \\* \\*"), cron);
        }
    }

    @Test
    void continuousBuildsAreKept() throws IOException {
        JsonNode build = yaml(WORKFLOWS.resolve("cflite_build.yml"));
        assertEquals(List.of("true"), build.findValuesAsText("upload-build"));
        assertEquals("[\"main\"]", build.get("on").get("push").get("branches").toString());
    }

    static Stream<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("cflite_")).sorted().toList().stream();
        }
    }

    private static String sanitizer(JsonNode with) {
        return with.path("sanitizer").asText("address");
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
