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
        assertTrue(Files.isRegularFile(workspace.resolve("conformance-report/index.html")));
        assertTrue(Files.isRegularFile(workspace.resolve("conformance-report/results.sarif")));
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

        Action.Done wrong = action.run(Map.of("port", "wrong.c", "tries", "60", "out", "wrong"));
        assertEquals(1, wrong.status(), wrong.said());
        assertTrue(wrong.summary().contains("READ-1"), wrong.summary());
        assertEquals("wrong", wrong.used().get(KEEP).get("path"));
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
        assertEquals("give an implementation or a port, not both\n", both.said());
        assertEquals("", both.summary());
        assertEquals(Set.of(KEEP), both.used().keySet(), "there is nothing to annotate");
        assertEquals(64, action.run(Map.of("port", "port.c", "known", "none")).status());
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
