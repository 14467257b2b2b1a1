package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.Optional;

/** What happens to objects by other means than the functions, as statements of C. */
final class CObjects {

    private CObjects() {}

    /** A bytearray or an array where any way will do, by what every Python can do: cut the end off, or add zeros. */
    static String resize(Step.Resize resize, Exporter exporter) {
        Optional<String> statement = Resizing.statement(resize, exporter);
        if (statement.isPresent()) {
            return "    {\n        PyObject *names = Py_BuildValue(\"{sOsO}\", \"__builtins__\", PyEval_GetBuiltins(), \"made\", o"
                    + resize.object()
                    + ");\n        if (names != NULL) {\n            Py_XDECREF(PyRun_String(\""
                    + statement.get()
                    + "\", Py_file_input, names, names));\n            Py_DECREF(names);\n        }\n    }\n";
        }
        if (exporter instanceof Ctypes) {
            return "    {\n        PyObject *ctypes = PyImport_ImportModule(\"ctypes\");\n        if (ctypes != NULL) {\n"
                    + "            Py_XDECREF(PyObject_CallMethod(ctypes, \"resize\", \"On\", o" + resize.object()
                    + ", (Py_ssize_t)" + resize.length()
                    + "));\n            Py_DECREF(ctypes);\n        }\n    }\n";
        }
        int itemsize = exporter instanceof Array array ? Formats.itemSize(array.typecode()) : 1;
        String add = exporter instanceof ByteArray ? "extend" : "frombytes";
        long items = resize.length() / itemsize;
        return "    {\n        Py_ssize_t items = PyObject_Size(o" + resize.object() + ");\n        if (items < "
                + items
                + ") {\n            PyObject *zeros = PyBytes_FromStringAndSize(NULL, (" + items + " - items) * "
                + itemsize + ");\n            memset(PyBytes_AS_STRING(zeros), 0, (size_t)PyBytes_GET_SIZE(zeros));\n"
                + "            Py_XDECREF(PyObject_CallMethod(o" + resize.object() + ", \"" + add
                + "\", \"O\", zeros));\n"
                + "            Py_DECREF(zeros);\n        } else if (items > " + items + ") {\n"
                + "            (void)PySequence_DelSlice(o" + resize.object() + ", " + items
                + ", items);\n        }\n    }\n";
    }
}
