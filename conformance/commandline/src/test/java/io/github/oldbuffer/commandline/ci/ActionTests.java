package io.github.oldbuffer.commandline.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The composite action, carried out step by step: exit status, summary, report, and what goes to other actions. */
class ActionTests {

    private static final String ANNOTATE = "github/codeql-action/upload-sarif";
    private static final String CACHE = "actions/cache";
    private static final String KEEP = "actions/upload-artifact";

    @TempDir
    Path temporary;

    private Path workspace;
    private Action action;

    @BeforeEach
    void check_out() throws Exception {
        workspace = Files.createDirectory(temporary.resolve("work space"));
        action = Action.of(KitFolder.in(Files.createDirectory(temporary.resolve("the kit"))), workspace);
    }

    @Test
    void a_right_implementation_passes() throws Exception {
        Action.Done done = action.run(Map.of("implementation", "model", "tries", "60", "seed", "5"));

        assertEquals(0, done.status(), done.said());
        assertEquals(Files.readString(workspace.resolve("conformance-report/summary.md")), done.summary());
        assertTrue(done.summary().contains("| model \\(Model 1.0\\) | conforms |"), done.summary());
        Results results = results("conformance-report");
        assertEquals(5, results.kit().seed());
        assertEquals(60, results.kit().tries());
        assertEquals("model", results.runs().get(0).implementation().id());
        assertEquals("conformance-report", done.report());
        assertEquals(
                Map.of("sarif_file", "conformance-report/results.sarif", "category", "old-buffer-conformance"),
                done.used().get(ANNOTATE));
        assertEquals("conformance-report", done.used().get(KEEP).get("path"));
        assertEquals("true", done.outputs().get("conforms"));
        assertEquals("Model 1.0 conforms", done.outputs().get("answer"));
        assertTrue(Files.isRegularFile(workspace.resolve("conformance-report/index.html")));
        assertTrue(Files.isRegularFile(workspace.resolve("conformance-report/results.sarif")));

        Action.Done less = action.run(Map.of(
                "implementation",
                "model",
                "tries",
                "60",
                "baseline",
                "conformance-report/results.json",
                "out",
                "less",
                "options",
                "--clauses\nREAD-1"));
        assertEquals(1, less.status(), less.said());
    }

    @Test
    void a_broken_implementation_fails_and_its_report_is_kept() throws Exception {
        Action.Done done = action.run(Map.of(
                "implementation",
                "mutant:READ-11/forgets-the-release",
                "tries",
                "60",
                "out",
                "my report",
                "name",
                "x"));

        assertEquals(1, done.status(), done.said());
        assertTrue(done.summary().contains("does not conform"), done.summary());
        assertTrue(done.summary().contains("READ-11"), done.summary());
        assertEquals("my report", done.report());
        assertEquals(
                Map.of("sarif_file", "my report/results.sarif", "category", "x"),
                done.used().get(ANNOTATE));
        assertEquals("my report", done.used().get(KEEP).get("path"));
        assertEquals("x", done.used().get(KEEP).get("name"));
        assertTrue(
                Files.readString(workspace.resolve("my report/results.sarif")).contains("READ-11"));
    }

    @Test
    void what_is_known_passes_by_the_given_file_alone() throws Exception {
        Files.copy(
                KitFolder.REPOSITORY.resolve(
                        "conformance/suite/src/main/resources/io/github/oldbuffer/suite/known/cpython.json"),
                workspace.resolve("known deviations.json"));
        Map<String, String> inputs = new HashMap<>(Map.of("implementation", "cpython", "tries", "60"));
        inputs.put("known", "known deviations.json");
        Action.Done known = action.run(inputs);
        assertTrue(known.summary().contains("known deviations"), known.summary());
        assertTrue(known.status() != 1, known.said());
        inputs.put("known", "none");
        assertEquals(1, action.run(inputs).status());
    }

    @Test
    void a_port_passes_or_fails_as_it_deserves() throws Exception {
        Files.copy(ExamplePort.file("faithful.c"), workspace.resolve("my port.c"));
        Files.copy(ExamplePort.file("faulty/returns_one.c"), workspace.resolve("wrong.c"));

        Action.Done right = action.run(Map.of("port", "my port.c", "tries", "60"));
        assertEquals(0, right.status(), right.said());
        assertTrue(right.summary().contains("conforms"), right.summary());
        assertEquals(60, results("conformance-report").kit().tries());

        Action.Done wrong = action.run(
                Map.of("port", "wrong.c", "tries", "60", "out", "wrong", "contract-only", "true", "source-root", "."));
        assertEquals(1, wrong.status(), wrong.said());
        assertTrue(wrong.summary().contains("READ-1"), wrong.summary());
        assertEquals("wrong", wrong.used().get(KEEP).get("path"));
        assertEquals("1", wrong.outputs().get("status"));
        assertEquals("false", wrong.outputs().get("conforms"));
        assertTrue(
                wrong.outputs().get("answer").endsWith("does not conform"),
                wrong.outputs().toString());
        assertTrue(wrong.said().contains("\n::error file=wrong.c,line=22,title=READ-1::"), wrong.said());
    }

    @Test
    void a_port_under_names_of_its_own_is_judged() throws Exception {
        Files.writeString(
                workspace.resolve("port.c"),
                "#include <Python.h>\n#ifndef YES\n#error no flags\n#endif\n"
                        + "static int my_read(PyObject *o, const void **b, Py_ssize_t *n) { return 1; }\n");
        Action.Done done = action.run(Map.of(
                "port",
                "port.c",
                "names",
                "AsReadBuffer=my_read",
                "cflags",
                "-DYES=1 -DALSO='two words'",
                "tries",
                "30"));
        assertEquals(1, done.status(), done.said());
        assertTrue(done.said().contains("PyObject_AsReadBuffer: my_read"), done.said());
    }

    @Test
    void inputs_that_do_not_go_together_are_refused() throws Exception {
        Action.Done both = action.run(Map.of("implementation", "model", "port", "port.c"));
        assertEquals(64, both.status());
        assertEquals("give one of implementation, port, call and scan, not several\n", both.said());
        assertEquals("", both.summary());
        assertEquals(Set.of(CACHE, KEEP), both.used().keySet(), "there is nothing to annotate");
        assertEquals("64", both.outputs().get("status"));
    }

    @Test
    void what_a_call_and_a_scan_get_is_told_to_them() throws Exception {
        Path kit = Files.createDirectories(temporary.resolve("teller"));
        Path teller = Files.writeString(kit.resolve("conform"), "#!/usr/bin/env bash\nprintf '<%s>' \"$@\"\n");
        teller.toFile().setExecutable(true);
        Path judge = KitFolder.REPOSITORY.resolve(".ci/judge");
        Map<String, String> variables = new HashMap<>(Map.of(
                "CONFORM",
                teller.toString(),
                "CALL",
                "m.f(_, 1)",
                "MODULES",
                "src\nmore of it",
                "SETUP",
                "import m",
                "PYTHON",
                "/usr/bin/python3",
                "OUT",
                "o"));
        assertEquals(
                "<call><--out><o><--python></usr/bin/python3><--path><src><--path><more of it><--setup=import m><--><m.f(_, 1)>",
                Script.run("bash '" + judge + "'", workspace, variables).said());
        variables.remove("CALL");
        variables.put("SCAN", "zlib\nbinascii");
        variables.put("KNOWN", "known.json");
        assertEquals(
                "<scan><--out><o><--known><known.json><--python></usr/bin/python3><--path><src><--path><more of it>"
                        + "<--><zlib><binascii>",
                Script.run("bash '" + judge + "'", workspace, variables).said());
    }

    @Test
    void a_version_is_fetched_once_and_held_against_its_checksum() throws Exception {
        Path release = Files.createDirectories(temporary.resolve("releases/v1.2.0"));
        Path folder = Files.createDirectories(temporary.resolve("packed/oldbuffer-1.2.0/bin"));
        Path conform =
                Files.writeString(folder.resolve("conform"), "#!/usr/bin/env bash\necho \"fetched, $1\"\nexit 0\n");
        conform.toFile().setExecutable(true);
        String name = "oldbuffer-1.2.0-linux-x86_64.tar.gz";
        Script packed = Script.run(
                "tar czf '" + release.resolve(name) + "' -C '" + temporary.resolve("packed") + "' oldbuffer-1.2.0"
                        + " && sha256sum <'" + release.resolve(name) + "' | cut -c 1-64",
                workspace,
                Map.of());
        Map<String, String> inputs = new HashMap<>(Map.of(
                "version",
                "1.2.0",
                "sha256",
                packed.said().strip(),
                "releases",
                temporary.resolve("releases").toUri().toString(),
                "implementation",
                "model"));
        Action.Done first = action.run(inputs);
        assertEquals(0, first.status(), first.said());
        assertTrue(first.said().contains("fetched, run"), first.said());
        assertEquals(
                "oldbuffer-1.2.0-" + packed.said().strip(),
                first.used().get(CACHE).get("key"));

        Files.delete(release.resolve(name));
        assertEquals(0, action.run(inputs).status(), "it is in the cache");
        inputs.put("sha256", "0".repeat(64));
        Files.writeString(release.resolve(name), "something else");
        Action.Done other = action.run(inputs);
        assertEquals(2, other.status(), other.said());
        assertTrue(other.said().contains("has another checksum than 000"), other.said());
        inputs.put("sha256", "");
        assertEquals(64, action.run(inputs).status());
        inputs.put("version", "../1");
        assertEquals(64, action.run(inputs).status());
    }

    @Test
    void no_input_is_run() throws Exception {
        List<String> names = List.of("implementation", "port", "known", "seed", "tries");
        int turn = 0;
        for (String hostile : HostileInput.VALUES) {
            String input = names.get(turn++ % names.size());
            Map<String, String> inputs = new HashMap<>(Map.of(input, hostile));
            if (!input.equals("port")) {
                inputs.putIfAbsent("implementation", "model");
            }
            Action.Done done = action.run(inputs);
            assertEquals(64, done.status(), input + "=" + hostile + ": " + done.said());
            HostileInput.assertNotRun(workspace);
        }
    }

    @Test
    void a_folder_of_any_name_gets_the_report() throws Exception {
        for (String hostile : List.of("-n; touch pwned", "$(touch pwned)", "a\"b'c `touch pwned`")) {
            Action.Done done = action.run(Map.of("implementation", "model", "tries", "1", "out", hostile));
            HostileInput.assertNotRun(workspace);
            assertTrue(done.summary().contains("model"), hostile + ": " + done.said());
            assertEquals(
                    "model", results(hostile).runs().get(0).implementation().id());
        }
    }

    @Test
    void scripts_hold_no_expressions_and_foreign_actions_are_pinned() {
        for (JsonNode step : action.steps()) {
            if (step.has("uses")) {
                String uses = step.get("uses").textValue();
                assertTrue(uses.matches("[a-z-]+(/[a-z-]+)+@[0-9a-f]{40}"), uses);
            } else {
                String script = step.get("run").textValue();
                assertTrue(Placeholders.ofGithub(Map.of()).areAbsentFrom(script), script);
                assertEquals("bash", step.get("shell").textValue());
            }
        }
        action.definition()
                .get("inputs")
                .forEach(input ->
                        assertTrue(!input.get("description").textValue().isBlank()));
    }

    private Results results(String folder) throws Exception {
        return ResultsJson.read(Files.readString(workspace.resolve(folder).resolve("results.json")));
    }
}
