package io.github.oldbuffer.commandline.port;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.cpython.MachinePythons;
import io.github.oldbuffer.ports.build.BuiltModule;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which CPythons a port is to be judged in. */
record PortPythons(PrintWriter err, MachinePythons machine) {

    static final String ALL = "all";

    private static final String SERIES = "\\d+\\.\\d+";

    /**
     * Chooses.
     *
     * @param named with {@code --python}
     * @param wanted with {@code --pythons}; {@code null} for none
     * @return in the order given, or of their versions; at least one
     */
    List<PortPython> chosen(List<Path> named, String wanted, List<Path> files) throws CommandException {
        List<PortPython> chosen =
                new ArrayList<>(named.stream().distinct().map(PortPython::new).toList());
        if (wanted != null) {
            chosen.addAll(wanted.equals(ALL) ? all(files) : series(wanted));
        }
        if (!chosen.isEmpty()) {
            return chosen.stream().distinct().toList();
        }
        Optional<BuiltModule> module = module(files);
        return List.of(module.flatMap(BuiltModule::version).isPresent() ? loading(module.get()) : PortPython.BUNDLED);
    }

    private static Optional<BuiltModule> module(List<Path> files) {
        return files.size() == 1 ? BuiltModule.named(files.get(0)) : Optional.empty();
    }

    /** One of each version, oldest first; those that cannot be used are named. */
    private List<PortPython> all(List<Path> files) {
        record Versioned(PortPython python, String version) {}
        List<PortPython> candidates = new ArrayList<>(List.of(PortPython.BUNDLED));
        machine.executables().forEach(executable -> candidates.add(new PortPython(executable)));
        List<Versioned> found = new ArrayList<>();
        Set<String> versions = new HashSet<>();
        for (PortPython each : candidates) {
            try {
                String version = each.runtime().version();
                if (each.runtime().library() == null) {
                    err.println("left out: " + each + " has no shared libpython");
                } else if (module(files).map(module -> module.isFor(version)).orElse(true) && versions.add(version)) {
                    found.add(new Versioned(each, version));
                }
            } catch (UnavailableException unusable) {
                err.println("left out: " + unusable.getMessage());
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(each -> padded(each.version())))
                .map(Versioned::python)
                .toList();
    }

    /** So that 3.9 comes before 3.10. */
    private static String padded(String version) {
        return Stream.of(version.split("\\.")).map("%4s"::formatted).collect(Collectors.joining("."));
    }

    private List<PortPython> series(String wanted) throws CommandException {
        List<PortPython> found = new ArrayList<>();
        for (String word : wanted.split(",", -1)) {
            String series = word.strip();
            if (!series.matches(SERIES)) {
                throw CommandException.usage(
                        "--pythons takes all, or versions such as 3.9,3.12, and not '" + wanted + "'");
            }
            found.add(ofSeries(series, "--pythons " + series));
        }
        return found;
    }

    /** A module that was built already goes to the interpreter that its name is for. */
    private PortPython loading(BuiltModule module) throws CommandException {
        return ofSeries(
                module.version().orElseThrow(), module.file().getFileName() + " is built for " + module.target());
    }

    private PortPython ofSeries(String series, String why) throws CommandException {
        try {
            if (PortPython.BUNDLED.runtime().version().startsWith(series + ".")) {
                return PortPython.BUNDLED;
            }
            return machine.ofSeries(series)
                    .map(PortPython::new)
                    .orElseThrow(() -> new UnavailableException(
                            why + ", and no CPython " + series + " is on the PATH or in pyenv; --python names one."));
        } catch (UnavailableException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
    }
}
