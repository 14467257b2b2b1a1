package io.github.oldbuffer.ports;

import io.github.oldbuffer.cpython.PortLibrary;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.process.WorkerCommand;
import io.github.oldbuffer.process.WorkerFolder;
import io.github.oldbuffer.spec.scenario.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the program that embeds a Python, and loads a port where there is one: in a fraction of the time that a JVM takes.
 *
 * @param program as {@code host_program.c} describes it
 * @param port {@code null} where CPython's own functions are to run
 * @param notes get what its deaths leave
 */
record ProgramCommand(Path program, PythonRuntime python, PortLibrary port, DeathNotes notes) implements WorkerCommand {

    /** No core dumps, and a stack for Python code that recurses deeply. */
    private static final String LAUNCH = "ulimit -c 0; ulimit -S -s 16384 2>/dev/null; exec \"$@\"";

    @Override
    public List<String> words(WorkerFolder folder) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh"));
        words.addAll(
                List.of(program.toString(), folder.in().toString(), folder.out().toString()));
        words.add(port == null ? "" : port.library().toString());
        for (Function function : Function.values()) {
            String name = port == null ? null : port.names().get(function.ordinal());
            words.add(name == null ? "" : name);
        }
        return words;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("PYTHONHOME", python.home());
    }

    /** Its exit status tells the signal. */
    @Override
    public Optional<String> signal(WorkerFolder folder, long pid) throws IOException {
        notes.take(folder, pid);
        return Optional.empty();
    }
}
