package io.github.oldbuffer.commandline.port;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;

/**
 * A CPython that ports are judged in.
 *
 * @param executable {@code null} for the one that comes with the kit
 */
record PortPython(Path executable) {

    static final PortPython BUNDLED = new PortPython(null);

    String id() {
        return executable == null
                ? CPythonProvider.BUNDLED
                : CPythonProvider.BUNDLED + ":" + executable.toAbsolutePath();
    }

    /** @throws UnavailableException where it is no CPython that the kit can run */
    PythonRuntime runtime() throws UnavailableException {
        return CPythonProvider.python(id());
    }

    /** Whether it is there, and of this version. */
    boolean isVersion(String version) {
        try {
            return runtime().version().equals(version);
        } catch (UnavailableException gone) {
            return false;
        }
    }

    /** In words. */
    @Override
    public String toString() {
        return executable == null ? "the CPython that comes with the kit" : executable.toString();
    }
}
