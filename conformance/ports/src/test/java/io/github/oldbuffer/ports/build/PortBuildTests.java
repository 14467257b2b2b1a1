package io.github.oldbuffer.ports.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.UnknownNameException;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.spec.scenario.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is called is what can be called; the rest is refused with its declaration, and never runs. */
class PortBuildTests {

    private static final String BODY = " { return PyObject_GetBuffer(o, 0, 0); }\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c   | int f(PyObject *o, const void **b, Py_ssize_t *n, int x)            | it takes 4 parameters, not 3
            cpp | int f(PyObject *o, const void **b, Py_ssize_t *n, int x)            | it takes 4 parameters, not 3
            c   | int f(struct s *out, PyObject *o, void *keep)                       | its first parameter is no PyObject *
            cpp | int f(s &out, PyObject *o, void *keep)                              | its first parameter is no PyObject *
            cpp | int f(const void **b, PyObject *o, Py_ssize_t *n)                   | its first parameter is no PyObject *
            c   | const void *f(PyObject *o, const void **b, Py_ssize_t *n)           | it returns const void *
            cpp | bool f(PyObject *o, const void **b, Py_ssize_t *n)                  | it returns bool
            c   | Py_ssize_t f(PyObject *o, const void **b, Py_ssize_t *n)            | it returns Py_ssize_t
            cpp | void f(PyObject *o, const void **b, Py_ssize_t *n)                  | it returns nothing
            c   | int f(PyObject *o, PyObject **b, Py_ssize_t *n)                     | its second parameter is no pointer to a pointer
            c   | int f(PyObject *o, const void **b, short *n)                        | its third parameter is no pointer to a length
            cpp | int f(PyObject *o, const void **b, double &n)                       | its third parameter is no pointer to a length
            c   | int f(PyObject *o, void *target)                                    | nothing shows what its second parameter points to
            c   | int f(PyObject *o)                                                  | it takes 1 parameter, not 3
            """)
    void otherSignaturesAreRefusedWithTheirDeclaration(String ending, String declaration, String reason)
            throws IOException {
        String body = declaration.contains("void *target") || declaration.startsWith("void")
                ? " { (void)o; " + (declaration.startsWith("void") ? "" : "return 0; ") + "}\n"
                : declaration.startsWith("const") ? " { (void)o; return 0; }\n" : BODY;
        Path file = write("port." + ending, "struct s { int x; };\nstatic " + declaration + body);
        String sentence = refusal(List.of(file), "AsReadBuffer=f");
        assertTrue(sentence.contains("cannot be called as PyObject_AsReadBuffer is: " + reason), sentence);
        assertTrue(sentence.contains("it is declared: " + declaration + " (port." + ending + ":3)"), sentence);
        assertTrue(sentence.contains("--adapt f"), sentence);
    }

    @Test
    void aNameOfSeveralFunctionsIsRefusedWithThemAll() throws IOException {
        String function = "static int f(PyObject *o, const void **b, Py_ssize_t *n)" + BODY;
        Path file = write("port.cpp", "namespace a { " + function + "}\nnamespace b { " + function + "}\n");
        String sentence = refusal(List.of(file), "AsReadBuffer=f");
        assertEquals(
                "The port has several functions f: a::f, b::f; --names AsReadBuffer=a::f says which one.", sentence);
    }

    @Test
    void aMemberOfATemplateIsNamedWithTheTemplatesArguments() throws Exception {
        Path file = write(
                "port.cpp",
                "namespace n { template <class T, int F = 0> struct Grab {\n"
                        + "static int get(PyObject *o, T **b, Py_ssize_t *n) { return PyObject_GetBuffer(o, 0, F); }\n};}\n");
        String sentence = refusal(List.of(file), "AsReadBuffer=n::Grab::get");
        assertTrue(sentence.contains("--names 'AsReadBuffer=n::Grab<const char>::get'"), sentence);
        assertEquals(
                Map.of(Function.READ, "n::Grab<const void, 1>::get"),
                build(List.of(file), List.of(), "AsReadBuffer=Grab<const void, 1>::get")
                        .names());
    }

    @Test
    void noAdapterIsWrittenForAFunctionThatTakesPythonsArguments() throws Exception {
        Path file = write(
                "port.c",
                "static PyObject *sum(PyObject *self, PyObject *args)\n"
                        + "{ Py_buffer b; if (!PyArg_ParseTuple(args, \"y*\", &b)) return 0; PyBuffer_Release(&b); Py_RETURN_NONE; }\n");
        PortBuild build = build(List.of());
        String sentence = assertThrows(PortException.class, () -> build.adapter(List.of(file), "sum"))
                .getMessage();
        assertTrue(sentence.contains("call 'MODULE.FUNCTION(_)'"), sentence);
    }

    @Test
    void whatIsUnknownIsToldApartFromWhatIsThere() throws IOException {
        Path file = write("port.c", "static int my_read(PyObject *o, const void **b, Py_ssize_t *n)" + BODY);
        UnknownNameException unknown =
                assertThrows(UnknownNameException.class, () -> build(List.of(file), List.of(), "AsReadBuffer=my_raed"));
        assertEquals("my_raed", unknown.name());
        assertEquals(List.of("my_read"), unknown.known());
    }

    @Test
    void whatIsNeitherSourceNorLibraryIsNamed() throws IOException {
        assertEquals(
                "a.m is neither a source in C, C++, Cython or SWIG, nor a shared library: Objective-C is not compiled;"
                        + " a helper in it is judged once it stands in a .c.",
                refusal(List.of(write("a.m", "")), "AsReadBuffer=f"));
        assertEquals(
                "a.pxd is a part of other Cython sources: give the .pyx that cimports it.",
                refusal(List.of(write("a.pxd", "")), "AsReadBuffer=f"));
    }

    @Test
    void aPathThatNoIncludeCanNameIsNamed() throws IOException {
        Path file = write("my \"port\".c", "static int f(PyObject *o, const void **b, Py_ssize_t *n)" + BODY);
        String sentence = refusal(List.of(file), "AsReadBuffer=f");
        assertTrue(sentence.startsWith("No #include can name " + file), sentence);
    }

    @Test
    void aMemberThatNeedsAnObjectIsRefused() throws IOException {
        Path file = write("port.cpp", "struct V { int f(PyObject *o, const void **b, Py_ssize_t *n)" + BODY + "};\n");
        String sentence = refusal(List.of(file), "AsReadBuffer=V::f");
        assertTrue(sentence.contains("it is called through an object of its class"), sentence);
    }

    @Test
    void aMacroOfAnotherShapeIsRefused() throws IOException {
        Path file = write(
                "port.c", "static int g(Py_ssize_t *n, PyObject *o)" + BODY + "#define my_read(o, b, n) g(o, n)\n");
        String sentence = refusal(List.of(file), "AsReadBuffer=my_read");
        assertTrue(sentence.contains("it is declared: #define my_read(o,b,n) g(o, n) (port.c:3)"), sentence);
    }

    @Test
    void typesWithNamesOfTheirOwnAreKnown() throws Exception {
        Path file = write("port.cpp", """
                namespace glib { typedef int gint; typedef Py_ssize_t gssize; typedef PyObject *object; using bytes = const unsigned char; }
                namespace glib { static gint f(object o, bytes **b, gssize *n) { return PyObject_GetBuffer(o, 0, 0); } }
                """);
        Port port = build(List.of(file), List.of(), "AsReadBuffer=glib::f");
        assertEquals(Map.of(Function.READ, "glib::f"), port.names());
        assertTrue(port.notes().get(0).startsWith("glib::f is declared otherwise than int PyObject_AsReadBuffer("));
    }

    @Test
    void onlyDefinitionsOfTheOriginalNamesArePorts() throws Exception {
        Path file = write("port.c", """
                int PyObject_AsReadBuffer(PyObject *o, const void **b, Py_ssize_t *n);
                static int PyObject_CheckReadBuffer(PyObject *o)
                {
                    const void *b; Py_ssize_t n;
                    return PyObject_AsReadBuffer(o, &b, &n) == 0;
                }
                int use(PyObject *o) { return PyObject_CheckReadBuffer(o); }
                """);
        Port port = build(List.of(file), List.of(), null);
        assertEquals(Set.of(Function.CHECK), port.names().keySet());
        assertTrue(port.hidden(Function.CHECK), "it is static");
    }

    @Test
    void exportedFunctionsAreNotHidden() throws Exception {
        Path c = write("port.c", "int f(PyObject *o, const void **b, Py_ssize_t *n)" + BODY);
        Path cpp = write("port.cpp", "extern \"C\" int g(PyObject *o, void **b, Py_ssize_t *n)" + BODY);
        Port port = build(List.of(c, cpp), List.of(), "AsReadBuffer=f,AsWriteBuffer=g");
        assertFalse(port.hidden(Function.READ) || port.hidden(Function.WRITE));
        assertEquals("f", port.symbols().get(Function.READ));
        assertTrue(port.recipe().libraries().contains("-lstdc++")
                || port.recipe().libraries().contains("-lc++"));
    }

    @Test
    void whatIsMissingOfOtherSourcesIsNamed() throws Exception {
        Path file = write(
                "port.c",
                "extern int elsewhere;\nint f(PyObject *o, const void **b, Py_ssize_t *n) { return elsewhere; }\n");
        String sentence = refusal(List.of(file), "AsReadBuffer=f");
        assertTrue(sentence.contains("undefined symbol: elsewhere; the source that defines it can be given"), sentence);
    }

    @Test
    void aMissingHeaderIsNamed() throws IOException {
        Path file = write("port.c", "#include \"deep/missing.h\"\n");
        String sentence = refusal(List.of(file), "AsReadBuffer=f");
        assertTrue(
                sentence.startsWith("The port does not compile: the header deep/missing.h is in none of the folders"),
                sentence);
        assertTrue(sentence.contains("port.c:2"), sentence);
    }

    @Test
    void anAdapterStandsForTheOriginalWhateverThePortHas() throws Exception {
        Path file = write("port.c", "static int f(PyObject *o, int x) { return x + PyObject_GetBuffer(o, 0, 0); }\n");
        Path adapter = write("adapter.c", """
                int PyObject_AsReadBuffer(PyObject *o, const void **b, Py_ssize_t *n);
                int PyObject_AsReadBuffer(PyObject *o, const void **b, Py_ssize_t *n) { *b = 0; *n = 0; return f(o, 1); }
                """);
        Port port = build(List.of(file), List.of(adapter), null);
        assertEquals(Set.of(Function.READ), port.adapted());
        assertEquals(1, port.recipe().parts().size(), "f is static: the adapter is compiled behind its source");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c   | typedef struct { char *data; unsigned long size; } r; static int get(r *out, PyObject *o)
            c   | static const char *get(PyObject *o, Py_ssize_t *n)
            c   | static int get(PyObject *o, Py_buffer *view, int flags)
            c   | static int get(PyObject *o, unsigned char **b, unsigned *n)
            c   | static _Bool get(const char *what, PyObject *o, const char **b, size_t *n)
            c   | static void get(PyObject *o, void **b, Py_ssize_t *n)
            c   | static PyObject *get(PyObject *o)
            c   | static Py_ssize_t get(PyObject *o, const char **b)
            c   | static int get(PyObject *o, void *view)
            cpp | namespace a { struct r { Py_buffer view; ~r() {} }; } static bool get(a::r &out, PyObject *o)
            cpp | namespace a { static int get(PyObject *o, const char *&b, long &n, bool strict)
            cpp | class get { Py_buffer view; public: get(PyObject *o) { (void)o; } ~get() {} }; static int other(int o)
            """)
    void adaptersThatTheKitWritesCompile(String ending, String declaration) throws Exception {
        String result = declaration.contains("void get") ? "" : " return 0;";
        Path file = write(
                "port." + ending,
                declaration + " { (void)o;" + result + " }\n" + (declaration.contains("{ static") ? "}\n" : ""));
        PortBuild build = build(List.of());
        String text = build.adapter(List.of(file), "get");
        Path adapter = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("a." + ending), text);
        Port port = build(List.of(file), List.of(adapter), null);
        assertEquals(Set.of(Function.READ), port.adapted(), text);
    }

    @Test
    void anAdapterKnowsWhereAStructureKeepsItsMemory() throws Exception {
        Path file = write("port.c", """
                typedef struct { int kind; void *data; size_t size; } region;
                static int write_region(region *out, PyObject *o) { (void)o; out->size = 0; return 0; }
                """);
        String text = build(List.of()).adapter(List.of(file), "write_region");
        assertTrue(
                text.contains("int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length)"), text);
        assertTrue(text.contains("*buffer = out_.data;") && text.contains("*length = (Py_ssize_t)out_.size;"), text);
        assertFalse(text.contains("FINISH"), text);
        String chosen = build(List.of()).adapter(List.of(file), "AsCharBuffer=write_region");
        assertTrue(chosen.contains("int PyObject_AsCharBuffer("), chosen);
    }

    /** Some mean 1 by success and some by failure: what they leave set tells. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            if (PyObject_GetBuffer(o, v, 0) != 0) return 0; return 1;
            return PyObject_GetBuffer(o, v, 0) == 0;
            return !PyObject_GetBuffer(o, v, 0);
            int r = 0; if (PyObject_GetBuffer(o, v, 0) == 0) r = 1; return r;
            if (o == NULL) return 1; if (PyObject_GetBuffer(o, v, 0)) return 0; return Py_CLEANUP_SUPPORTED;
            """)
    void anAdapterAsksWhatOneMeans(String body) throws Exception {
        Path file = write("port.c", "static int fill(Py_buffer *v, PyObject *o) { " + body + " }\n");
        String text = build(List.of()).adapter(List.of(file), "fill");
        assertTrue(text.contains("if (PyErr_Occurred())") && !text.contains("code"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c   | static Py_buffer get(PyObject *o) { Py_buffer v; PyObject_GetBuffer(o, &v, 0); return v; }               | found.buf;
            c   | typedef struct { char *data; size_t size; } r; static r get(PyObject *o) { r x = {0, 0}; (void)o; return x; } | found.data;
            cpp | #include <string_view>@static std::string_view get(PyObject *o) { (void)o; return {}; }                  | found.size();
            cpp | #include <optional>@#include <string_view>@static std::optional<std::string_view> get(PyObject *o) { (void)o; return {}; } | (*found).data();
            cpp | #include <utility>@static std::pair<const char *, size_t> get(PyObject *o) { (void)o; return {}; }         | found.second;
            """)
    void anAdapterKnowsWhatAValueHolds(String ending, String source, String given) throws Exception {
        Path file = write("port." + ending, source.replace("@", "\n") + "\n");
        String text = build(List.of()).adapter(List.of(file), "get");
        assertTrue(text.contains(given) && !text.contains("FINISH"), text);
        Path adapter = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("a." + ending), text);
        assertEquals(
                Set.of(Function.READ),
                build(List.of(file), List.of(adapter), null).adapted(),
                text);
    }

    @Test
    void whatPythonIsLinkedWithNeedNotBeGiven() throws Exception {
        Path file = write("port.c", """
                #include <math.h>
                static double (*volatile rounded)(double) = nearbyint;
                int f(PyObject *o, const void **b, Py_ssize_t *n) { return (int)rounded((double)*n) + PyObject_GetBuffer(o, 0, 0); }
                """);
        assertEquals(
                Set.of(Function.READ),
                build(List.of(file), List.of(), "AsReadBuffer=f").names().keySet());
    }

    @Test
    void anAdapterGivesRoomForTheObjectThatKeepsTheMemory() throws Exception {
        Path file = write(
                "port.c",
                "static int own(PyObject *o, const void **b, Py_ssize_t *n, PyObject **keeper)"
                        + " { (void)b; (void)n; *keeper = PyMemoryView_FromObject(o); return *keeper ? 0 : -1; }\n");
        String text = build(List.of()).adapter(List.of(file), "own");
        assertTrue(text.contains("own(object, &b_, &n_, &keeper_)"), text);
        assertTrue(text.contains("Py_XDECREF(keeper_); /* FINISH"), text);
    }

    @Test
    void whatCannotBeAdaptedIsOneSentence() throws IOException {
        Path file = write("port.c", "static int f(PyObject *o)" + BODY);
        for (String wanted : List.of("helper", "ReadBuffer=f")) {
            String sentence = assertThrows(
                            PortException.class, () -> build(List.of()).adapter(List.of(file), wanted))
                    .getMessage();
            assertTrue(sentence.contains(wanted.replace("=f", "")) && !sentence.contains("\n"), sentence);
        }
    }

    private String refusal(List<Path> files, String names) {
        return assertThrows(PortException.class, () -> build(files, List.of(), names))
                .getMessage();
    }

    private Port build(List<Path> files, List<Path> adapters, String names) throws Exception {
        return build(List.of()).of(files, adapters, names == null ? PortNames.originals() : PortNames.parse(names));
    }

    private PortBuild build(List<String> flags) throws Exception {
        Path made = Files.createTempDirectory(folder, "made-");
        return new PortBuild(
                CPythonProvider.python(CPythonProvider.BUNDLED),
                CCompiler.find(System.getenv()),
                new ArrayList<>(flags),
                made);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), "#include <Python.h>\n" + text);
    }
}
