package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.Optional;

/** A resize as a statement of Python, where it has to be that very one, and of C. */
public final class Resizing {

    private Resizing() {}

    /** The statement, about {@code made}, without double quotes; empty where any will do. */
    public static Optional<String> statement(Step.Resize resize, Exporter exporter) {
        if (exporter instanceof MadeOfBytes) {
            return Optional.of("made.resize(" + resize.length() + ")");
        } else if (resize.way() == Way.ANY) {
            return Optional.empty();
        }
        boolean array = exporter instanceof Array;
        boolean text = exporter instanceof Array some && "uw".indexOf(some.typecode()) >= 0;
        String zero = text ? "chr(0)" : "0";
        String bytes = "bytes(max(0, " + resize.length() + " - len(made)" + (array ? " * made.itemsize" : "") + "))";
        String more = array ? "type(made)(made.typecode, " + bytes + ")" : bytes;
        String items = resize.length() + (array ? " // made.itemsize" : "");
        return Optional.of(
                switch (resize.way()) {
                    case APPEND -> "made.append(" + zero + ")";
                    case EXTEND -> "made.extend(" + more + ")";
                    case INSERT -> "made.insert(len(made), " + zero + ")";
                    case ADD -> "made += " + more;
                    case ASSIGN -> "made[min(len(made), " + items + "):] = " + more;
                    case POP -> "made.pop()";
                    case REMOVE -> "made.remove(made[0])";
                    case CLEAR -> "made.clear()";
                    case REPEAT -> "made *= 0";
                    default -> throw new IllegalArgumentException("no program has the stream behind a buffer");
                });
    }

    /** A bytearray or an array where any way will do, by what every Python can do: cut the end off, or add zeros. */
    static String inC(Step.Resize resize, Exporter exporter) {
        Optional<String> statement = statement(resize, exporter);
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

    /**
     * The method that gives an object's memory up.
     *
     * @param exporter {@code null} for what shares the memory of another, of which memoryviews alone can give it up
     */
    public static String release(Exporter exporter) {
        return exporter != null && exporter.kind().word().startsWith("mmap") ? "close" : "release";
    }
}
