package io.github.oldbuffer.spec.scenario;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;

/**
 * Where an object is made.
 *
 * <p>Runtimes differ by it: an object that only Python code has touched has no place in the world of C yet.
 */
public enum Born {
    /** Through the C API, which looks at the object's memory and reference count as soon as it is there. */
    C,
    /** By Python code; nothing of C sees the object before a step needs it. */
    PYTHON;

    /** Whether Python code can make such an object. */
    public static boolean inPython(Exporter exporter) {
        if (exporter instanceof MemoryView view) {
            return inPython(view.base());
        } else if (exporter instanceof PythonClass python) {
            return inPython(python.base());
        }
        return !(exporter instanceof Scripted) && !(exporter instanceof MadeOfBytes made && made.ofC());
    }
}
