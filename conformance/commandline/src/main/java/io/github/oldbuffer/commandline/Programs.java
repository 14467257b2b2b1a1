package io.github.oldbuffer.commandline;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.FoundDifference;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.reproduce.Reproducers;
import io.github.oldbuffer.ports.reproduce.Setting;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.suite.Deviation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Programs that show a finding without the kit lie beside its witness. */
record Programs(Reproducers reproducers, Sanitizers sanitizers) implements Beside {

    /** What sanitizers said of a death. */
    private static final String REPORT = "sanitizer.txt";

    private static final String INSTALLED = CPythonProvider.BUNDLED + ":";

    /**
     * For findings about a port.
     *
     * @param python the executable of the interpreter; {@code null} for the kit's own
     * @param sanitizers that watched it
     * @param model does what the document says
     */
    static Beside ofPort(Port port, Path python, Sanitizers sanitizers, Implementation model) {
        Set<Function> hidden =
                Arrays.stream(Function.values()).filter(port::hidden).collect(Collectors.toSet());
        return new Programs(
                new Reproducers(
                        new Setting(
                                port.python(),
                                Optional.ofNullable(python)
                                        .map(path -> path.toAbsolutePath().toString()),
                                port.files(),
                                port.flags(),
                                port.names(),
                                hidden),
                        model),
                sanitizers);
    }

    /** Whether there are programs for an implementation: for CPython alone, since C programs embed a CPython. */
    static boolean areFor(String id) {
        return id.equals(CPythonProvider.BUNDLED) || id.startsWith(INSTALLED);
    }

    /**
     * For findings about an implementation that {@link #areFor programs are for}.
     *
     * @throws UnavailableException where the CPython is not there any more
     */
    static Beside ofImplementation(String id, Implementation model) throws UnavailableException {
        PythonRuntime python = CPythonProvider.python(id);
        Optional<String> interpreter =
                id.startsWith(INSTALLED) ? Optional.of(id.substring(INSTALLED.length())) : Optional.empty();
        return new Programs(
                new Reproducers(new Setting(python, interpreter, List.of(), List.of(), Map.of(), Set.of()), model),
                new Sanitizers(""));
    }

    @Override
    public Map<String, String> deviation(Deviation found) {
        return found.death().isPresent()
                ? death(found, found.death().get())
                : reproducers.violation(
                        found.clause(), found.symptom(), found.reason(), found.witness(), found.transcript());
    }

    private Map<String, String> death(Deviation found, Outcome.Died died) {
        Map<String, String> files =
                new LinkedHashMap<>(reproducers.death(found.symptom(), found.reason(), found.witness()));
        sanitizers.report(died.detail()).ifPresent(report -> files.put(REPORT, report));
        return files;
    }

    @Override
    public Map<String, String> difference(FoundDifference found) {
        return reproducers.difference(
                found.difference().symptom(),
                found.difference().reason(),
                found.witness(),
                found.port(),
                found.reference());
    }
}
