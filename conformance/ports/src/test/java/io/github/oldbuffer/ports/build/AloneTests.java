package io.github.oldbuffer.ports.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.spec.scenario.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a source that does not compile here the helper is judged alone, and named with its own line. */
class AloneTests {

    private static final String HELPER = """
            static int checked(PyObject *o) { return o == NULL ? -1 : 0; }
            static int my_read(PyObject *o, const void **b, Py_ssize_t *n)
            {
                Py_buffer v;
                if (checked(o) || PyObject_GetBuffer(o, &v, PyBUF_SIMPLE))
                    return -1;
                *b = v.buf; *n = v.len;
                PyBuffer_Release(&v);
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aMissingHeaderKeepsNobodyFromJudging() throws Exception {
        Path file = write(
                "mod.c",
                "#include <Python.h>\n#include <library/nowhere.h>\n"
                        + "library_t *library(void) { return library_make(); }\n" + HELPER);
        Port port = build(List.of(file), List.of(), "AsReadBuffer=my_read");
        assertTrue(
                port.notes().get(0).startsWith("The port does not compile: the header library/nowhere.h is in none")
                        && port.notes().get(0).contains("judged alone, without the rest of the source")
                        && port.notes().get(0).endsWith("my_read"),
                port.notes().toString());
        assertEquals(new Place(file, 5), port.places().get(Function.READ));
        assertTrue(
                port.recipe().parts().get(0).text().contains("static int my_read("), "it is made again without files");
        assertEquals(List.of(file), port.files());
        loads(port);
    }

    @Test
    void aLibraryThatIsNotThereKeepsNobodyFromJudging() throws Exception {
        Path file = write(
                "mod.c",
                "#include <Python.h>\nint library_make(void);\n" + HELPER
                        + "int library(void) { return library_make() + my_read(0, 0, 0); }\n");
        Port port = build(List.of(file), List.of(), "AsReadBuffer=my_read");
        assertTrue(port.notes().get(0).startsWith("The port does not load: undefined symbol: library_make; judged"));
        loads(port);
    }

    @Test
    void swigsFilesThatOthersIncludeAreJudged() throws Exception {
        Path file = write("part.i", "%inline %{\n" + HELPER + "%}\n");
        loads(build(List.of(file), List.of(), "AsReadBuffer=my_read"));
    }

    @Test
    void adaptersAreWrittenAndTakenAllTheSame() throws Exception {
        Path file = write(
                "mod.c",
                "#include <Python.h>\n#include <library/nowhere.h>\n"
                        + "typedef struct { const void *p; size_t n; } val;\nlibrary_t *l;\n"
                        + HELPER.replace("const void **b, Py_ssize_t *n", "val *out")
                                .replace("*b =", "out->p =")
                                .replace("*n =", "out->n ="));
        String text = builder().adapter(List.of(file), "my_read");
        assertTrue(text.contains("*buffer = out_.p;"), text);
        Path adapter = write("adapter.c", text);
        Port port = build(List.of(file), List.of(adapter), null);
        assertEquals(Map.of(Function.READ, "PyObject_AsReadBuffer"), port.names());
        assertTrue(port.adapted().contains(Function.READ), "the outputs are the adapter's");
        loads(port);
    }

    @Test
    void aMemberOfAClassIsJudgedWithoutTheOthers() throws Exception {
        Path file = write("held.h", """
                class Held {
                    const void *memory; Py_ssize_t size;
                public:
                    bool take(PyObject *o) {
                        Py_buffer v;
                        if (PyObject_GetBuffer(o, &v, PyBUF_SIMPLE)) return false;
                        memory = v.buf; size = v.len;
                        PyBuffer_Release(&v);
                        return true;
                    }
                    library_t *library() { return library_make(memory); }
                    void other() { library_make(memory); }
                };
                """.replace("library_t *", "int "));
        String text = builder().adapter(List.of(file), "Held::take");
        assertTrue(text.contains("Held held;\n    if (!held.take(object)) {"), text);
        assertTrue(text.contains("*buffer = held.memory;\n    *length = (Py_ssize_t)held.size;"), text);
        loads(build(List.of(file), List.of(write("adapter.cpp", text)), null));
    }

    @Test
    void whatNeedsWhatIsMissingIsRefusedWithBothReasons() throws Exception {
        Path file = write(
                "mod.c",
                "#include <Python.h>\n#include <library/nowhere.h>\n"
                        + HELPER.replace("Py_buffer v;", "Py_buffer v; library_t *l = 0;"));
        String sentence = assertThrows(
                        PortException.class, () -> build(List.of(file), List.of(), "AsReadBuffer=my_read"))
                .getMessage();
        assertTrue(
                sentence.startsWith("The port does not compile: the header library/nowhere.h")
                        && sentence.contains(
                                "; alone, without the rest of the source, my_read cannot be compiled either: ")
                        && sentence.contains("mod.c:6:")
                        && sentence.contains("library_t"),
                sentence);
    }

    private static void loads(Port port) throws Exception {
        PortLoader.open(port, new Sanitizers(""), ExamplePort.LIMITS).close();
    }

    private Port build(List<Path> files, List<Path> adapters, String names) throws Exception {
        return builder().of(files, adapters, names == null ? PortNames.originals() : PortNames.parse(names));
    }

    private PortBuild builder() throws Exception {
        return new PortBuild(
                CPythonProvider.python(CPythonProvider.BUNDLED),
                CCompiler.find(System.getenv()),
                List.of(),
                Files.createTempDirectory(folder, "made-"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
