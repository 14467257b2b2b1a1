package io.github.oldbuffer.ports.alone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function comes with all that it needs, and with nothing else. */
class ExtractionTests {

    @TempDir
    private Path folder;

    @Test
    void whatAFunctionNeedsComesWithIt() throws Exception {
        Path source = write("mod.c", """
                #include <Python.h>
                #include "there.h"
                #include <nowhere/missing.h>
                #define LIMIT(n) limited(n, MOST)
                enum { MOST = 100, LEAST = sizeof(missing_t) - 1 };
                typedef struct { Py_buffer view; missing_t *data; } held_t;
                static missing_t table[] = { { "my_read", my_read }, };
                static PyObject *error;
                static int
                limited(n, most)
                    Py_ssize_t n;
                {
                #ifdef A
                    return 1;
                #else
                    return n < most;
                #endif
                }
                static PyObject *other(missing_t *view, int buffer) { return my_read(view); }
                int my_read(PyObject *o, const void **buffer, Py_ssize_t *size)
                {
                    Py_buffer view; /* { */
                    if (!LIMIT(1)) { PyErr_SetString(error, "{"); return of_header(-1); }
                    return PyObject_GetBuffer(o, &view, 0);
                }
                """);
        write(
                "there.h",
                "#ifndef T\n#define T\n#include \"mod.c\"\nstatic int of_header(int x) { return x; }\n"
                        + "static missing_t unused(void) { return 0; }\n#endif\n");
        String text = text(source, "my_read");
        for (String kept :
                List.of("int my_read(", "limited(n, most)", "#define LIMIT", "*error;", "of_header(int x)")) {
            assertTrue(text.contains(kept), kept + " in " + text);
        }
        for (String left : List.of("other(", "table[]", "held_t", "unused", "#include <nowhere/missing.h>\n#include")) {
            assertFalse(text.contains(left), left + " in " + text);
        }
        assertTrue(text.contains("#if __has_include(<nowhere/missing.h>)"), text);
        assertTrue(text.contains("#line 19 \"" + source + "\"\n\nint my_read("), text);
        assertEquals(count(text, "#if"), count(text, "#endif"), text);
    }

    @Test
    void whatStandsBehindAnOperatorIsAnItemOfItsOwn() throws Exception {
        Path source = write("mod.cpp", """
                struct Held { Held(PyObject *o); Held &operator=(const Held &other); Py_buffer view; };
                Held &Held::operator=(const Held &other)
                {
                    return *this;
                }
                Held::Held(PyObject *o) { PyObject_GetBuffer(o, &view, 0); }
                static int of_another(gone_t *x) { return 0; }
                int read(PyObject *o, const void **b, Py_ssize_t *n) { Held held(o); return 0; }
                """);
        String text = text(source, "read");
        assertTrue(text.contains("Held::Held(PyObject *o) {"), text);
        assertFalse(text.contains("of_another"), text);
    }

    @Test
    void conditionsMayCallMacrosOfMissingHeaders() throws Exception {
        Path source = write("mod.c", """
                #include <nowhere/missing.h>
                #define OWN(x) 1
                #if (MISSING_VERSION(3, 0)) && OWN(2) && defined(OTHER) && PY_OWN(1)
                static int newer;
                #endif
                int read(PyObject *o, const void **b, Py_ssize_t *n) { return 0; }
                """);
        String text = text(source, "read");
        assertTrue(text.contains("#ifndef MISSING_VERSION\n#define MISSING_VERSION(...) 0\n#endif\n"), text);
        assertFalse(text.contains("OWN(...)") || text.contains("defined(...)"), text);
    }

    @Test
    void namespacesStayAroundWhatIsInThem() throws Exception {
        Path source = write("mod.cpp", """
                #include "gone.h"
                namespace compat { namespace {
                class View : public Gone { int x; };
                template <class T> int sized(T t) { return (int)t; }
                int read(PyObject *o, const void **b, Py_ssize_t *n) { return sized(0); }
                } }
                extern "C" { int plain(PyObject *o) { return 0; } }
                """);
        String text = text(source, "compat::read");
        assertTrue(text.contains("namespace compat {") && text.contains("int sized(T t)"), text);
        assertFalse(text.contains("class View") || text.contains("plain"), text);
        assertEquals(count(text, "{"), count(text, "}"), text);
    }

    @Test
    void membersThatNobodyCallsDoNothing() throws Exception {
        Path source = write("mod.hpp", """
                class Held {
                public:
                    Held() : size(0), text("}") { clear(); }
                    bool take(PyObject *o) { return size = inner(o, ')'); }
                    void clear() { memory_clear(); }
                    int inner(PyObject *o, int c) { return c; }
                    missing_t other(int x) const
                    { return missing(x); }
                    int size; const char *text;
                };
                void memory_clear();
                """);
        String text = text(source, "Held::take");
        for (String kept : List.of(
                "size(0), text(\"}\") { clear(); }",
                "{ memory_clear(); }",
                "{ return c; }",
                "int size;",
                "void memory_clear();")) {
            assertTrue(text.contains(kept), kept + " in " + text);
        }
        assertTrue(text.contains("missing_t other(int x) const\n    {}"), text);
    }

    @Test
    void bothBranchesOfAConditionMayOpenABrace() throws Exception {
        Path source = write("mod.c", """
                #define MANY(a) \\

                #define COMMENTED(a) if (a) { /* goes \\
                   on */ \\
                    if (a) { } \\
                    }
                #ifdef A
                typedef struct held { int a;
                #define CONTINUED(x) \\
                    do { x
                #else
                typedef struct held {
                #endif
                    int b; } held_t;
                typedef held_t *(made_t)(int);
                IMPORTED
                #include "gone.h"
                int unrelated(void (*o)(void), void *(x)[2]);
                made_t *f(PyObject *o) { return 0; }
                int other(void) { return 0; }
                """);
        String text = text(source, "f");
        assertTrue(text.matches("(?s).*if \\(a\\) \\{ +\\\\\n +\\\\\n +if \\(a\\) \\{ \\} \\\\\n.*"), text);
        assertTrue(text.contains("(made_t)(int)") && text.contains("int b; } held_t;"), text);
        assertFalse(text.contains("other") || text.contains("unrelated") || text.contains("IMPORTED"), text);
    }

    @Test
    void ofSwigsFilesTheCIsRead() throws Exception {
        Path source = write("mod.i", """
                %{
                #include <Python.h>
                %}
                %include <other.i>
                %ignore my_read;
                %typemap(in) const void *data { my_read($input, 0, 0); }
                %inline %{
                int my_read(PyObject *o, const void **b, Py_ssize_t *n) { return 0; }
                missing_t other(void) { return my_read(0, 0, 0); }
                %}
                """);
        String text = text(source, "my_read");
        assertTrue(text.contains("int my_read("), text);
        assertFalse(text.contains("%") || text.contains("other"), text);
    }

    @Test
    void headersAreFoundWhereverTheProjectHasThem() throws Exception {
        write("setup.py", "");
        Files.createDirectories(folder.resolve("deps/inc/lib"));
        write("deps/inc/lib/own.h", "typedef int own_t;\n");
        Files.createDirectories(folder.resolve("src"));
        Path source = write("src/mod.c", "#include <lib/own.h>\nown_t f(PyObject *o) { return 0; }\n");
        assertTrue(text(source, "f").contains("typedef int own_t;"));
    }

    @Test
    void aHeaderThatAConditionHidesIsReadAgain() throws Exception {
        Path source = write("mod.c", "#include \"outer.h\"\nown_t f(PyObject *o) { return 0; }\n");
        write(
                "outer.h",
                "#ifndef OUTER\n#define OUTER\n#ifdef NEVER\n#include \"own.h\"\n#endif\n#include \"own.h\"\n"
                        + "#include \"own.h\"\n#endif\n");
        write("own.h", "#pragma once\n#include \"outer.h\"\ntypedef int own_t;\n");
        assertEquals(3, count(text(source, "f"), "typedef int own_t;"), "in the condition, and once outside");
    }

    @Test
    void aBranchThatIsNotTheFirstComesWhereItIsNeeded() throws Exception {
        Path source = write("mod.c", """
                typedef struct {
                #ifndef LIMITED
                    PyObject_HEAD
                #endif
                    char kind;
                } fields;
                #ifdef LIMITED
                typedef struct tag needed;
                #else
                typedef fields needed;
                #endif
                #ifdef LIMITED
                typedef struct tag other;
                #else
                typedef missing_t other;
                #endif
                int f(PyObject *o, needed *n) { return 0; }
                """);
        String text = text(source, "f");
        assertTrue(text.contains("} fields;") && text.contains("typedef fields needed;"), text);
        assertFalse(text.contains("missing_t"), text);
    }

    @Test
    void aMacroAroundTheTypeIsNoNameOfTheFunction() throws Exception {
        Path source = write("mod.c", """
                EXPORT(double) other(missing_t *x) { return 0; }
                EXPORT(int)
                f(PyObject *o) { return 0; }
                """);
        String text = text(source, "f");
        assertFalse(text.contains("missing_t"), text);
        assertTrue(text.contains("#ifndef EXPORT\n#define EXPORT(...) __VA_ARGS__\n#endif"), text);
    }

    @Test
    void aHeaderInAFolderThatTheUserNamesIsTakenFromThere() throws Exception {
        Path installed = Files.createTempDirectory(folder.getParent(), "installed");
        Files.createDirectories(installed.resolve("lib"));
        Files.writeString(installed.resolve("lib/own.h"), "typedef int own_t;\n");
        Files.createDirectories(folder.resolve("deps/inc/lib"));
        write("deps/inc/lib/own.h", "#include <generated.h>\ntypedef generated_t own_t;\n");
        Path source = write("mod.c", "#include \"lib/own.h\"\nown_t f(PyObject *o) { return 0; }\n");
        write("setup.py", "");
        String text =
                Extraction.of(List.of(source), List.of("f"), List.of(installed)).orElseThrow();
        assertFalse(text.contains("generated_t"), text);
        assertTrue(text.contains("#include <lib/own.h>"), text);
    }

    @Test
    void whatIsNotDefinedIsNotThere() throws Exception {
        Path source = write("mod.c", "int f(PyObject *o);\nint g(PyObject *o) { return f(o); }\n");
        assertEquals(Optional.empty(), Extraction.of(List.of(source), List.of("f"), List.of()));
        assertEquals(Optional.empty(), Extraction.of(List.of(folder.resolve("none.c")), List.of("f"), List.of()));
    }

    private static String text(Path source, String name) {
        return Extraction.of(List.of(source), List.of(name), List.of()).orElseThrow();
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
