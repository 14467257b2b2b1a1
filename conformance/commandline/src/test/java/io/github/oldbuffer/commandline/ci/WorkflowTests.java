package io.github.oldbuffer.commandline.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own workflows: what their steps run is a script of the repository, and the scripts do what they say. */
class WorkflowTests {

    @TempDir
    private Path folder;

    private static List<String> commands(String workflow) throws IOException {
        JsonNode tree = new YAMLMapper()
                .readTree(KitFolder.REPOSITORY
                        .resolve(".github/workflows")
                        .resolve(workflow)
                        .toFile());
        return tree.get("jobs").findValuesAsText("run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests.yml", "nightly.yml", "release.yml"})
    void what_a_step_runs_is_in_the_repository_or_a_tool_of_the_runner(String workflow) throws IOException {
        List<String> commands = commands(workflow);
        assertTrue(!commands.isEmpty());
        for (String command : commands) {
            String program = command.split(" ")[0];
            assertTrue(
                    List.of("mvn", "sudo", "xargs").contains(program)
                            || Files.isExecutable(KitFolder.REPOSITORY.resolve(program)),
                    command);
        }
    }

    @Test
    void a_night_fuzzes_and_scans() throws Exception {
        String night = commands("nightly.yml").stream()
                .filter(command -> command.startsWith(".ci/"))
                .findFirst()
                .orElseThrow();
        Path kit = kit("nightly");
        Script done = Script.run(night.replace("60m", "60s").replace("--stdlib", "zlib"), kit, Map.of());
        assertEquals(0, done.status(), done.said());
        assertTrue(Files.isRegularFile(kit.resolve("night/campaign/results.json")), done.said());
        assertTrue(Files.isRegularFile(kit.resolve("night/scan/results.json")), done.said());
        assertTrue(Files.isDirectory(kit.resolve("night/corpus")), done.said());
        assertEquals(64, Script.run(".ci/nightly 2s", kit, Map.of()).status());
    }

    @Test
    void a_version_that_is_none_is_not_released() throws Exception {
        Path kit = kit("release");
        Files.copy(KitFolder.REPOSITORY.resolve("CHANGELOG.md"), kit.resolve("CHANGELOG.md"));
        String pom = Files.readString(KitFolder.REPOSITORY.resolve("pom.xml"));
        Files.writeString(kit.resolve("pom.xml"), pom);
        Script snapshot = Script.run(".ci/release v0.1.0", kit, Map.of());
        assertEquals(64, snapshot.status(), snapshot.said());
        assertTrue(snapshot.said().contains("-SNAPSHOT, so that the tag v0.1.0 cannot be released"), snapshot.said());
        Files.writeString(
                kit.resolve("pom.xml"), pom.replaceFirst("<version>[^<]*</version>", "<version>9.8.7</version>"));
        Script untold = Script.run(".ci/release v9.8.7", kit, Map.of());
        assertEquals(64, untold.status(), untold.said());
        assertEquals("CHANGELOG.md says nothing of 9.8.7", untold.said().strip());
    }

    private Path kit(String script) throws Exception {
        Path kit = KitFolder.in(folder);
        Files.createDirectories(kit.resolve(".ci"));
        Files.copy(
                KitFolder.REPOSITORY.resolve(".ci").resolve(script),
                kit.resolve(".ci").resolve(script));
        assertEquals(0, Script.run("git init -q", kit, Map.of()).status());
        return kit;
    }
}
