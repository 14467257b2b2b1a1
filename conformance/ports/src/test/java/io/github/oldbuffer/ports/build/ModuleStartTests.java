package io.github.oldbuffer.ports.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module is imported as a part of its package, and finds what its project has. */
class ModuleStartTests {

    private static final String MODULE = """
            #include <Python.h>
            #define __Pyx_MODULE_NAME "own.mod"
            int my_check(PyObject *o) { (void)o; return 1; }
            static int fill(PyObject *module)
            {
                PyObject *name = PyObject_GetAttrString(module, "__name__");
                PyObject *other = PyImport_ImportModule("WANTED");
                PyObject *called = name == NULL || other == NULL ? NULL : PyObject_CallMethod(other, "check", "O", name);
                Py_XDECREF(name);
                Py_XDECREF(other);
                Py_XDECREF(called);
                return called == NULL ? -1 : PyModule_AddIntConstant(module, "FILLED", 1);
            }
            static PyModuleDef_Slot slots[] = { {Py_mod_exec, (void *)fill}, {0, NULL} };
            static PyModuleDef definition = { PyModuleDef_HEAD_INIT, "mod", NULL, 0, NULL, slots, NULL, NULL, NULL };
            PyMODINIT_FUNC PyInit_mod(void) { return PyModuleDef_Init(&definition); }
            """;

    private static final String CHECK = "def check(name):\n    assert name == 'own.mod', name\n";

    @TempDir
    private Path folder;

    @Test
    void aModuleOfThePackageIsFoundThoughThePackageCannotBeImported() throws Exception {
        write("src/own/__init__.py", "from . import not_built\n");
        write("src/own/names.py", CHECK);
        assertEquals("", failure("own.names"));
    }

    @Test
    void anotherPackageOfTheProjectIsFound() throws Exception {
        write("setup.py", "");
        write("src/own/__init__.py", "");
        write("libs/other/__init__.py", CHECK);
        assertEquals("", failure("other"));
    }

    @Test
    void whatImportsTheModuleInTurnComesFirst() throws Exception {
        write("setup.py", "");
        write(
                "src/own/__init__.py",
                "import sys\nif 'other' not in sys.modules: raise ImportError('other comes first')\n");
        write("libs/other/__init__.py", CHECK + "from own import mod\nmod.FILLED\n");
        assertEquals("", failure("other"));
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        write("src/own/__init__.py", "");
        assertEquals(
                "The port's module cannot be initialised: ModuleNotFoundError: No module named 'nowhere'.",
                failure("nowhere"));
    }

    private String failure(String wanted) throws Exception {
        Path source = write("src/own/mod.c", MODULE.replace("WANTED", wanted));
        Path made = Files.createDirectories(folder.resolve("made"));
        Port port = new PortBuild(
                        CPythonProvider.python(CPythonProvider.BUNDLED),
                        CCompiler.find(System.getenv()),
                        List.of(),
                        made)
                .of(List.of(source), PortNames.parse("CheckReadBuffer=my_check"));
        try {
            PortLoader.open(port, new Sanitizers(""), WorkerLimits.DEFAULT).close();
            return "";
        } catch (UnavailableException failed) {
            return failed.getMessage();
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
