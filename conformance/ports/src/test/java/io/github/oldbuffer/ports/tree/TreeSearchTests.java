package io.github.oldbuffer.ports.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.scenario.Function;
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
                """);
        write(".hidden/own.c", "int PyObject_AsReadBuffer(PyObject *o) { return 0; }\n");
        assertEquals(
                List.of(
                        "cy.pyx:3 AS_IT_IS READ",
                        "cy.pyx:5 PYTHON_FUNCTION -",
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

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
