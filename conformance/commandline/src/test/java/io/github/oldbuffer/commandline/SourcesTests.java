package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.commandline.report.SourceRoot;
import io.github.oldbuffer.commandline.report.Sources;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTests {

    @TempDir
    private Path temporary;

    private Path repository;

    @BeforeEach
    void make_a_repository() throws IOException {
        repository = Files.createDirectories(temporary.resolve("re po"));
        Files.createDirectories(repository.resolve(".git"));
        write("src/x.c", "");
    }

    private Path write(String name, String text) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Optional<String> relative(Path given, Path file) {
        return new SourceRoot(Optional.ofNullable(given)).relative(file);
    }

    @Test
    void a_file_is_named_from_the_root_of_its_repository() throws IOException {
        Path file = repository.resolve("src/x.c");
        assertEquals(Optional.of("src/x.c"), relative(null, file));
        assertEquals(Optional.of("src/x.c"), relative(null, repository.resolve("src/../src/x.c")));
        // a work tree beside the repository has a file there
        Path tree = Files.createDirectories(repository.resolve("tree"));
        Files.writeString(tree.resolve(".git"), "gitdir: elsewhere");
        assertEquals(Optional.of("y.c"), relative(null, Files.writeString(tree.resolve("y.c"), "")));
    }

    @Test
    void a_folder_that_the_user_names_counts_instead() throws IOException {
        Path file = repository.resolve("src/x.c");
        assertEquals(Optional.of("x.c"), relative(repository.resolve("src"), file));
        assertEquals(Optional.of("re po/src/x.c"), relative(temporary, file));
        Path other = Files.createDirectory(temporary.resolve("other"));
        assertEquals(Optional.empty(), relative(other, file));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), repository);
        assertEquals(Optional.of("src/x.c"), relative(link, file));
        assertEquals(Optional.of("src/x.c"), relative(repository, link.resolve("src/x.c")));
    }

    @Test
    void a_file_of_another_repository_has_no_name_in_this_one() throws IOException {
        Path generated = Files.writeString(temporary.resolve("generated.c"), "");
        Path main = repository.resolve("src/x.c");
        assertEquals(Optional.empty(), new SourceRoot(Optional.empty()).relative(generated, main));
        assertEquals(Optional.of("src/x.c"), new SourceRoot(Optional.empty()).relative(main, main));
    }

    @Test
    void what_lies_in_no_repository_has_its_bare_name_and_what_is_not_there_none() throws IOException {
        Path file = Files.writeString(temporary.resolve("alone.c"), "");
        assertEquals(Optional.of("alone.c"), relative(null, file));
        assertEquals(Optional.empty(), relative(null, temporary.resolve("gone.c")));
    }

    @Test
    void a_finding_without_a_source_is_at_the_known_file_of_the_run() throws Exception {
        Path known = write("ci/known.json", "{\"version\": 2, \"known\": []}\n");
        assertEquals(List.of(new Source(null, null, "ci/known.json", 1)), Sources.ofKnown(known.toString(), root()));
        assertEquals(List.of(), Sources.ofKnown(null, root()));
        assertEquals(List.of(), Sources.ofKnown("none", root()));
    }

    @Test
    void a_port_is_at_its_functions_wherever_they_are_written() throws Exception {
        write(
                "src/help.h",
                "#include <Python.h>\n\n\n"
                        + "static inline int helper(PyObject *o, const void **b, Py_ssize_t *n)\n{\n    (void)o; (void)b;"
                        + " (void)n;\n    PyErr_SetString(PyExc_TypeError, \"no\");\n    return -1;\n}\n");
        Path port = write(
                "src/port.c",
                "#include \"help.h\"\n" + "int PyObject_CheckReadBuffer(PyObject *o) { (void)o; return 0; }\n");
        Path out = temporary.resolve("out");
        Ran ran = Ran.command(
                "port",
                port.toString(),
                "--names",
                "AsReadBuffer=helper,CheckReadBuffer=PyObject_CheckReadBuffer",
                "--tries",
                "5",
                "--seed",
                "1",
                "--contract-only",
                "--out",
                out.toString());
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertEquals(
                List.of(
                        new Source("port:port.c", "PyObject_AsReadBuffer", "src/help.h", 4),
                        new Source("port:port.c", "PyObject_CheckReadBuffer", "src/port.c", 2)),
                ResultsJson.read(Files.readString(out.resolve("results.json"))).sources());
    }

    @Test
    void an_adapters_findings_are_at_what_it_calls() throws Exception {
        Path helper = write(
                "src/helper.c",
                "#include <Python.h>\n"
                        + "static const void *grab(PyObject *o, int *n)\n{\n    (void)o;\n    *n = 1;\n"
                        + "    return NULL;\n}\n");
        Path adapter = write(
                "adapter.c",
                "#include <Python.h>\n"
                        + "int PyObject_AsReadBuffer(PyObject *o, const void **b, Py_ssize_t *n)\n{\n    int size = 0;\n"
                        + "    *b = grab(o, &size);\n    *n = size;\n    return 0;\n}\n");
        Path out = temporary.resolve("out");
        Ran ran = Ran.command(
                "port",
                helper.toString(),
                "--adapter",
                adapter.toString(),
                "--tries",
                "5",
                "--seed",
                "1",
                "--contract-only",
                "--out",
                out.toString(),
                "--source-root",
                repository.resolve("src").toString());
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertEquals(
                List.of(new Source("port:helper.c", "PyObject_AsReadBuffer", "helper.c", 2)),
                ResultsJson.read(Files.readString(out.resolve("results.json"))).sources().stream()
                        .map(source -> new Source("port:helper.c", source.function(), source.file(), source.line()))
                        .toList());
    }

    @Test
    void a_source_root_that_is_no_folder_is_wrong_usage() throws Exception {
        Ran ran = Ran.command(
                "port",
                repository.resolve("src/x.c").toString(),
                "--source-root",
                "nowhere",
                "--out",
                temporary.resolve("out").toString());
        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
        assertEquals("--source-root nowhere is not a folder", ran.sentence());
    }

    private static SourceRoot root() {
        return new SourceRoot(Optional.empty());
    }
}
