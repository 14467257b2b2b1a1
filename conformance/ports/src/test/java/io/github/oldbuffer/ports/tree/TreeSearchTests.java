package io.github.oldbuffer.ports.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.scenario.Function;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What took the place of the four functions is found, with its line and how it can be judged. */
class TreeSearchTests {

    @TempDir
    private Path folder;

    @Test
    void everyKindIsFound() throws Exception {
        write("src/own.c", """
                int PyObject_AsReadBuffer(PyObject *o, const void **b, Py_ssize_t *n)
                {
                    Py_buffer v;
                    return PyObject_GetBuffer(o, &v, PyBUF_SIMPLE);
                }
                """);
        write("src/macros.h", """
                #define PyObject_AsWriteBuffer my_write
                #define OLD_READ PyObject_AsReadBuffer
                """);
        write("src/helpers.cpp", """
                // PyObject_GetBuffer(o, &v, 0) in a comment
                namespace a {
                static int as_writable(PyObject *o, void **b, int *n)
                {
                    Py_buffer v;
                    if (PyObject_GetBuffer(o, &v, PyBUF_WRITABLE))
                        return -1;
                    PyBuffer_Release(&v);
                    return 0;
                }
                }
                #if PY_MAJOR_VERSION < 3
                static int old(PyObject *o, const void **b, Py_ssize_t *n) { PyObject_GetBuffer(o, 0, 0); }
                #else
                static bool other(Region *r, PyObject *o) { return PyObject_GetBuffer(o, &r->view, 0) == 0; }
                #endif
                """);
        write("mod.c", """
                static PyObject *f(PyObject *self, PyObject *args)
                {
                    if (!PyArg_ParseTuple(args, "iy#", &i, &s, &n))
                        return NULL;
                    PyObject_AsCharBuffer(o, &s, &n);
                }
                """);
        write("clean.c", """
                #define PY_SSIZE_T_CLEAN
                #include <Python.h>
                static PyObject *g(PyObject *self, PyObject *args) { return PyArg_ParseTuple(args, "y#", &s, &n); }
                """);
        write("cy.pyx", """
                cdef int r_read(object o, const void **b, Py_ssize_t *n) except -1:
                    cdef Py_buffer v
                    PyObject_GetBuffer(o, &v, PyBUF_SIMPLE)
                def size(o):
                    PyObject_GetBuffer(o, &v, PyBUF_SIMPLE)
                cdef int r_told(
                    data: "Buffer", char **b, Py_ssize_t *n
                ) except -1:
                    PyObject_GetBuffer(data, &v, PyBUF_SIMPLE)
                """);
        write(".hidden/own.c", "int PyObject_AsReadBuffer(PyObject *o) { return 0; }\n");
        assertEquals(
                List.of(
                        "cy.pyx:3 AS_IT_IS READ",
                        "cy.pyx:5 PYTHON_FUNCTION -",
                        "cy.pyx:9 AS_IT_IS READ",
                        "mod.c:3 PYTHON_FUNCTION -",
                        "mod.c:5 PYTHON_FUNCTION -",
                        "helpers.cpp:6 AS_IT_IS WRITE",
                        "helpers.cpp:15 ADAPTER -",
                        "macros.h:1 AS_IT_IS WRITE",
                        "macros.h:2 NONE -",
                        "own.c:4 AS_IT_IS READ"),
                found());
    }

    private List<String> found() throws Exception {
        return TreeSearch.in(folder).candidates().stream()
                .map(each -> each.file().getFileName() + ":" + each.line() + " " + each.way() + " "
                        + each.function().map(Function::toString).orElse("-"))
                .toList();
    }

    @Test
    void aTreeWithoutAnyHasNone() throws Exception {
        write("a.c", "int f(void) { return 0; }\n");
        TreeSearch search = TreeSearch.in(folder);
        assertEquals(1, search.files());
        assertEquals(List.of(), search.candidates());
    }

    @Test
    void whatIsNoSourceDoesNoHarm() throws Exception {
        String text = "int PyObject_AsReadBuffer(PyObject *o, const void **b, Py_ssize_t *n) { return 0; }\n";
        Files.write(folder.resolve("wide.c"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("binary.c"), (text + "\0\1\2").getBytes(StandardCharsets.ISO_8859_1));
        write(
                "deep/long.c",
                "char doc[] = \"" + "line\\n".repeat(20_000) + "\";\n/*" + " x\n".repeat(20_000) + "*/\n" + text);
        Files.createSymbolicLink(folder.resolve("deep/again"), folder);
        Files.createSymbolicLink(folder.resolve("deep/nowhere.c"), folder.resolve("nowhere"));
        // a file that is there and cannot be read, whoever reads
        Files.createSymbolicLink(folder.resolve("memory.c"), Path.of("/proc/self/mem"));
        TreeSearch search = TreeSearch.in(folder);
        assertEquals(List.of("long.c:20003 AS_IT_IS READ", "wide.c:1 AS_IT_IS READ"), found());
        assertEquals(List.of(folder.resolve("memory.c")), search.unread());
    }

    @Test
    void bothSidesOfAConditionThatDoesNotTellAreRead() throws Exception {
        write("a.c", """
                #ifdef WITH_THREADS
                int one(PyObject *o, const void **b, Py_ssize_t *n) { return PyObject_GetBuffer(o, 0, 0); }
                #else
                int two(PyObject *o, const void **b, Py_ssize_t *n) { return PyObject_GetBuffer(o, 0, 0); }
                #endif
                #if PY_VERSION_HEX >= 0x030D0000
                int three(PyObject *o, const void **b, Py_ssize_t *n) { return one(o, b, n); }
                #else
                int four(PyObject *o, const void **b, Py_ssize_t *n) { return PyObject_AsReadBuffer(o, b, n); }
                #endif
                """);
        assertEquals(List.of("a.c:2 AS_IT_IS READ", "a.c:4 AS_IT_IS READ", "a.c:7 AS_IT_IS READ"), found());
    }

    @Test
    void whatStillCallsTheFourIsJudged() throws Exception {
        write("a.c", """
                int mine(PyObject *o, void **b, Py_ssize_t *n) { return PyObject_AsWriteBuffer(o, b, n); }
                int old(o, b, n)
                    PyObject *o;
                    const void **b; Py_ssize_t *n;
                { return PyObject_GetBuffer(o, 0, 0); }
                int no(struct x *o) { return PyObject_AsWriteBuffer(o->o, 0, 0); }
                """);
        write("b.pyx", """
                cdef extern from "Python.h":
                    int PyObject_AsReadBuffer(object, const void **, Py_ssize_t *) except -1
                cdef int sized(
                        object o,
                ):
                    return PyObject_AsReadBuffer(o, &p, &n)
                """);
        assertEquals(List.of("a.c:1 AS_IT_IS WRITE", "a.c:5 AS_IT_IS READ", "a.c:6 NONE -", "b.pyx:6 NONE -"), found());
    }

    @Test
    void whatPythonCallsItIsSaid() throws Exception {
        write("mod.c", """
                static PyObject *f(PyObject *self, PyObject *o) { return PyObject_GetBuffer(o, 0, 0); }
                static PyObject *m(Thing *self, PyObject *o) { return PyObject_GetBuffer(o, 0, 0); }
                static PyMethodDef functions[] = { {"size", (PyCFunction)f, METH_O, "doc"}, {0} };
                static PyMethodDef methods[] = {
                    {"feed", (PyCFunction)(void (*)(void))m, METH_VARARGS | METH_KEYWORDS, PyDoc_STR("doc")},
                    {NULL}
                };
                static PyTypeObject Thing_Type = { .tp_name = "pkg.mod.Thing", .tp_methods = methods };
                static struct PyModuleDef module = { PyModuleDef_HEAD_INIT, "pkg.mod", NULL, -1, functions };
                """);
        write("pkg/__init__.py", "");
        write("pkg/sub.pyx", """
                cdef class View:
                    def feed(self, o,
                             int flags=0):
                        PyObject_GetBuffer(o, &v, flags)
                    def __cinit__(self, o):
                        PyObject_GetBuffer(o, &v, 0)
                def size(o):
                    PyObject_GetBuffer(o, &v, 0)
                """);
        assertEquals(
                List.of(
                        "pkg.mod.size(_)",
                        "pkg.mod.Thing().feed(_)",
                        "pkg.sub.View().feed(_)",
                        "pkg.sub.View(_)",
                        "pkg.sub.size(_)"),
                TreeSearch.in(folder).candidates().stream()
                        .map(Candidate::called)
                        .toList());
    }

    @Test
    void whatNoCompilerTakesIsFoundAllTheSame() throws Exception {
        String helper = "int f(PyObject *o, const void **b, Py_ssize_t *n) { return PyObject_GetBuffer(o, 0, 0); }\n";
        write("objc.m", "#import <Foundation/Foundation.h>\n" + helper);
        write("made.c.src", helper);
        write(
                "part.pxi",
                "cdef int f(object o, const void **b, Py_ssize_t *n) except -1:\n    PyObject_GetBuffer(o, v, 0)\n");
        write(
                "part.i",
                "%inline %{\n" + helper
                        + "%}\n%define %big(T)\n%typemap(in) (T) { PyObject_GetBuffer(o, 0, 0); }\n%enddef\n");
        assertEquals(
                List.of(
                        "made.c.src:1 ANOTHER_FILE -",
                        "objc.m:2 ANOTHER_FILE -",
                        "part.i:2 AS_IT_IS READ",
                        "part.i:5 NONE -",
                        "part.pxi:2 ANOTHER_FILE -"),
                found());
    }

    @Test
    void cleanLengthsMayBeSaidElsewhere() throws Exception {
        String call = "static PyObject *f(PyObject *s, PyObject *a) { PyArg_ParseTuple(a, \"y#\", &b, &n); }\n";
        write("a.c", "#include \"sub/mod.h\"\n" + call);
        write("sub/mod.h", "#include \"config.h\"\n");
        write("sub/config.h", "#define PY_SSIZE_T_CLEAN\n");
        write("b.c", call);
        assertEquals(List.of("b.c:1 PYTHON_FUNCTION -"), found());
        write("setup.py", "Extension('a', ['b.c'], define_macros=[('PY_SSIZE_T_CLEAN', 1)])\n");
        assertEquals(List.of(), found());
    }

    @Test
    void stringsThatLookLikeDirectivesAreStrings() throws Exception {
        write(
                "a.c",
                "PyDoc_STRVAR(doc, \"Example:\\n\\\n# {\\n\\\n#if 0\\n\\\n\");\n"
                        + "int f(PyObject *o, const void **b, Py_ssize_t *n) { return PyObject_GetBuffer(o, 0, 0); }\n");
        assertEquals(List.of("a.c:5 AS_IT_IS READ"), found());
    }

    @Test
    void whatMerelyUsesMemoryNeedsNoAdapter() throws Exception {
        write(
                "a.c",
                "static PyObject *made(PyTypeObject *type, PyObject *o) { PyObject_GetBuffer(o, 0, 0); }\n"
                        + "static int flagged(Array *ap) { return PyObject_GetBuffer(ap->o, 0, 0); }\n"
                        + "MINE_INTERNAL PyObject *sent(Thing *self, PyObject *o) { PyObject_GetBuffer(o, 0, 0); }\n"
                        + "MINE_EXPORT int read(PyObject *o, void **b, int *n) { return PyObject_GetBuffer(o, 0, 0); }\n"
                        + "static const char *text(PyObject *o, Keep *keep) { PyObject_GetBuffer(o, &keep->v, 0); }\n");
        assertEquals(
                List.of(
                        "a.c:1 PYTHON_FUNCTION -",
                        "a.c:2 NONE -",
                        "a.c:3 PYTHON_FUNCTION -",
                        "a.c:4 AS_IT_IS READ",
                        "a.c:5 ADAPTER -"),
                found());
    }

    /** They answer what others ask, for objects of their type alone. */
    @Test
    void functionsThatTypesAnswerWithAreNoHelpers() throws Exception {
        String asks =
                "(PyObject *o, Py_buffer *v, int flags) { return PyObject_GetBuffer(((box *)o)->of, v, flags); }\n";
        write(
                "types.c",
                "static int slot" + asks + "static PyType_Slot s[] = {{Py_bf_getbuffer, (void *)slot}, {0, NULL}};\n"
                        + "static int procs" + asks + "static PyBufferProcs p = {\n    (getbufferproc)procs, NULL};\n"
                        + "static int field" + asks + "static PyBufferProcs q = {.bf_getbuffer = &field};\n"
                        + "static int helper" + asks);
        write("set.cpp", "void set() { type.tp_as_buffer->bf_getbuffer = ns::set_there; }\n");
        write("made.cpp", "namespace ns { int set_there" + asks + "static int helper2" + asks + "}\n");
        write(
                "box.pyx",
                "cdef class Box:\n    def __getbuffer__(self, Py_buffer *v, int flags):\n"
                        + "        PyObject_GetBuffer(self.of, v, flags)\n");
        assertEquals(
                List.of(
                        "box.pyx:3 EXPORTER -",
                        "made.cpp:1 EXPORTER -",
                        "made.cpp:2 AS_IT_IS READ",
                        "types.c:1 EXPORTER -",
                        "types.c:3 EXPORTER -",
                        "types.c:6 EXPORTER -",
                        "types.c:8 AS_IT_IS READ"),
                found());
    }

    @Test
    void functionsThatMacrosMakeAreNamed() throws Exception {
        write(
                "made.h",
                "#define MAKE(kind, type, flags) \\\n"
                        + "static int get_##kind(PyObject *o, type *b, Py_ssize_t *n) \\\n"
                        + "{ Py_buffer v; if (PyObject_GetBuffer(o, &v, flags)) return -1; return 0; }\n"
                        + "MAKE(ro, const void *, 0)\nMAKE(rw, void *, 1)\n"
                        + "static inline const char *peek(PyObject *o, size_t *n)\n"
                        + "{ Py_buffer v; PyObject_GetBuffer(o, &v, 0); *n = v.len; return v.buf; }\n"
                        + "#define GET(o, v) do { if (PyObject_GetBuffer(o, v, 0)) { return -1; } } while (0)\n");
        assertEquals(
                List.of("made.h:1 MADE_BY_MACRO MAKE", "made.h:7 ADAPTER peek", "made.h:8 NONE "),
                TreeSearch.in(folder).candidates().stream()
                        .map(each ->
                                each.file().getFileName() + ":" + each.line() + " " + each.way() + " " + each.name())
                        .toList());
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
