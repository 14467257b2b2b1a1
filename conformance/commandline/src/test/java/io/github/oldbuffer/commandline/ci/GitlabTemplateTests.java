package io.github.oldbuffer.commandline.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.reports.json.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The GitLab template, carried out: the kit is cloned and judges; only Debian's packages are taken for granted. */
class GitlabTemplateTests {

    @TempDir
    Path temporary;

    private Path tools;
    private String url;
    private JsonNode inputs;
    private JsonNode jobs;
    private int projects;

    @BeforeEach
    void read_and_publish() throws Exception {
        try (MappingIterator<JsonNode> documents = new YAMLMapper()
                .readerFor(JsonNode.class)
                .readValues(
                        KitFolder.REPOSITORY.resolve("templates/gitlab-ci.yml").toFile())) {
            inputs = documents.next().at("/spec/inputs");
            jobs = documents.next();
            assertTrue(!documents.hasNext());
        }
        Path kit = KitFolder.in(Files.createDirectory(temporary.resolve("kit")));
        Script published = Script.run(
                "git init -q -b main && git add -A"
                        + " && git -c user.name=Kit -c user.email=kit@example.org commit -q -m Kit",
                kit,
                Map.of());
        assertEquals(0, published.status(), published.said());
        url = kit.toUri().toString();
        tools = Files.createDirectory(temporary.resolve("tools"));
        Path apt = Files.writeString(
                tools.resolve("apt-get"), "#!/usr/bin/env bash\necho \"$*\" >> '" + tools + "/asked'\n");
        Files.setPosixFilePermissions(apt, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void a_right_implementation_passes() throws Exception {
        Path project = project();
        Script script = job(project, Map.of("implementation", "model", "tries", "60", "seed", "5"));
        assertEquals(0, script.status(), script.said());
        String results = Files.readString(project.resolve("conformance-report/results.json"));
        assertEquals(5, ResultsJson.read(results).kit().seed());
        assertArtefacts(project);
        String asked = Files.readString(tools.resolve("asked"));
        assertTrue(
                asked.contains(" gcc g++ libc6-dev")
                        && !asked.contains("bubblewrap")
                        && asked.contains("default-jdk-headless maven"),
                asked);
    }

    @Test
    void a_broken_implementation_fails_and_leaves_its_report() throws Exception {
        Path project = project();
        Script script = job(project, Map.of("implementation", "mutant:READ-11/forgets-the-release", "tries", "60"));
        assertEquals(1, script.status(), script.said());
        assertTrue(script.said().contains("READ-11"), script.said());
        assertArtefacts(project);
        assertTrue(Files.readString(project.resolve("conformance-report/junit.xml"))
                .contains("<failure"));
    }

    @Test
    void a_port_passes_or_fails_as_it_deserves() throws Exception {
        Path project = project();
        Files.copy(ExamplePort.file("faithful.c"), project.resolve("right.c"));
        Script right = job(project, Map.of("port", "right.c", "tries", "60"));
        assertEquals(0, right.status(), right.said());
        assertArtefacts(project);

        Path other = project();
        Files.copy(ExamplePort.file("faulty/returns_one.c"), other.resolve("wrong.c"));
        assertEquals(1, job(other, Map.of("port", "wrong.c", "tries", "60")).status());
        assertArtefacts(other);
    }

    @Test
    void a_module_is_built_before_its_call_is_judged() throws Exception {
        Path project = project();
        Files.writeString(project.resolve("build.sh"), "mkdir -p built && cp summing.txt built/summing.py\n");
        Files.writeString(
                project.resolve("summing.txt"), "def sums(data):\n    return sum(memoryview(data).tobytes())\n");
        Script script =
                job(project, Map.of("call", "summing.sums(_)", "modules", "built", "prepare", "build.sh", "tries", ""));
        assertEquals(0, script.status(), script.said());
        assertTrue(script.said().contains("call:summing.sums(_) conforms"), script.said());
        assertTrue(Files.readString(tools.resolve("asked")).contains("bubblewrap"), script.said());
    }

    @Test
    void a_version_is_fetched_and_nothing_is_built() throws Exception {
        Path project = project();
        Path packed = Files.createDirectories(temporary.resolve("packed/oldbuffer-1.2.0/bin"));
        Path conform = Files.writeString(packed.resolve("conform"), "#!/usr/bin/env bash\necho \"fetched, $1\"\n");
        Files.setPosixFilePermissions(conform, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = Files.createDirectories(temporary.resolve("releases/v1.2.0"))
                .resolve("oldbuffer-1.2.0-linux-x86_64.tar.gz");
        Script sum = Script.run(
                "tar czf '" + archive + "' -C '" + temporary.resolve("packed") + "' oldbuffer-1.2.0 && sha256sum <'"
                        + archive + "' | cut -c 1-64",
                project,
                Map.of());
        Script script = job(
                project,
                Map.of(
                        "version",
                        "1.2.0",
                        "sha256",
                        sum.said().strip(),
                        "releases",
                        temporary.resolve("releases").toUri().toString(),
                        "implementation",
                        "model"));
        assertEquals(0, script.status(), script.said());
        assertTrue(script.said().contains("fetched, run"), script.said());
        assertTrue(!Files.readString(tools.resolve("asked")).contains("maven"));
    }

    @Test
    void no_input_is_run() throws Exception {
        List<String> names = List.of("implementation", "ref", "kit", "tries");
        int turn = 0;
        for (String hostile : HostileInput.VALUES) {
            String input = names.get(turn++ % names.size());
            Path project = project();
            Script script = job(project, Map.of(input, hostile));
            assertTrue(script.status() != 0, input + "=" + hostile + ": " + script.said());
            HostileInput.assertNotRun(project);
        }
    }

    @Test
    void scripts_hold_no_inputs() {
        Placeholders none = Placeholders.ofGitlab(Map.of());
        commands().forEach(command -> assertTrue(none.areAbsentFrom(command), command));
    }

    private Path project() throws IOException {
        return Files.createDirectory(temporary.resolve("project " + projects++));
    }

    /** Before_script and script run in one shell, as in GitLab's runner. */
    private Script job(Path project, Map<String, String> given) throws Exception {
        Map<String, String> values = new HashMap<>();
        inputs.fields().forEachRemaining(input -> {
            String value = given.getOrDefault(
                    input.getKey(), input.getValue().path("default").asText(null));
            values.put("inputs." + input.getKey(), value == null ? url : value);
        });
        Placeholders placeholders = Placeholders.ofGitlab(values);
        Map<String, String> environment = new HashMap<>();
        job().get("variables")
                .fields()
                .forEachRemaining(variable -> environment.put(
                        variable.getKey(), placeholders.fill(variable.getValue().textValue())));
        environment.put("PATH", tools + ":" + System.getenv("PATH"));
        return Script.run(String.join("\n", commands()), project, environment);
    }

    private List<String> commands() {
        List<String> commands = new ArrayList<>();
        job().get("before_script").forEach(command -> commands.add(command.textValue()));
        job().get("script").forEach(command -> commands.add(command.textValue()));
        return commands;
    }

    private JsonNode job() {
        assertEquals(1, jobs.size());
        return jobs.elements().next();
    }

    private void assertArtefacts(Path project) {
        JsonNode artefacts = job().get("artifacts");
        assertEquals("always", artefacts.get("when").textValue());
        artefacts.get("paths").forEach(path -> assertTrue(Files.isDirectory(project.resolve(path.textValue()))));
        artefacts.get("reports").forEach(form -> assertTrue(Files.isRegularFile(project.resolve(form.textValue()))));
    }
}
