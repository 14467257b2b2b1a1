package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.reproduce.Reproducers;
import io.github.oldbuffer.ports.reproduce.Setting;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Programs that show a finding without the kit lie beside its witness. */
public record Programs(Reproducers reproducers, Sanitizers sanitizers) {

    /** What sanitizers said of a death. */
    private static final String REPORT = "sanitizer.txt";

    private static final String INSTALLED = CPythonProvider.BUNDLED + ":";

    /** What is in front of the path of an interpreter that a C program can be a module of. */
    private static final String OTHER = "pypy:";

    /**
     * For findings about a port.
     *
     * @param python the executable of the interpreter; {@code null} for the kit's own
     * @param sanitizers that watched it
     * @param model does what the document says
     */
    public static Programs ofPort(Port port, Path python, Sanitizers sanitizers, Implementation model) {
        Optional<String> interpreter =
                Optional.ofNullable(python).map(path -> path.toAbsolutePath().toString());
        return new Programs(new Reproducers(Setting.of(port, interpreter), model), sanitizers);
    }

    /** Whether there are programs for an implementation: it has to be one that can be started without the kit. */
    public static boolean areFor(String id) {
        return id.equals(CPythonProvider.BUNDLED) || id.startsWith(INSTALLED) || id.startsWith(OTHER);
    }

    /**
     * For findings about an implementation that {@link #areFor programs are for}.
     *
     * @throws UnavailableException where the CPython is not there any more
     */
    public static Programs ofImplementation(String id, Implementation model) throws UnavailableException {
        if (id.startsWith(OTHER)) {
            Interpreter interpreter = Interpreter.inspect(Path.of(id.substring(OTHER.length())));
            return new Programs(new Reproducers(Setting.of(interpreter), model), new Sanitizers(""));
        }
        PythonRuntime python = CPythonProvider.python(id);
        Optional<String> interpreter =
                id.startsWith(INSTALLED) ? Optional.of(id.substring(INSTALLED.length())) : Optional.empty();
        return new Programs(new Reproducers(Setting.of(python, interpreter), model), new Sanitizers(""));
    }

    /** The files beside the witness of a finding. */
    public Map<String, String> of(Finding finding) {
        Map<String, String> files = new LinkedHashMap<>(reproducers.of(finding));
        if (finding.signal() != null) {
            sanitizers.report(finding.signal()).ifPresent(report -> files.put(REPORT, report));
        }
        return files;
    }
}
