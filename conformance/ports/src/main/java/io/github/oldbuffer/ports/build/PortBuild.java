package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.compiler.CompilerFlags;
import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortCompiler;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.Symbols;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a port out of the user's files.
 *
 * @param flags for compiler and linker, in any order; their paths are relative to the current folder
 * @param folder private; for what is made
 */
public record PortBuild(PythonRuntime python, CCompiler compiler, List<String> flags, Path folder) {

    /**
     * Builds, or takes as it is.
     *
     * @param files sources and headers, or one shared library; absolute
     * @throws PortException where there is nothing to judge in them
     */
    public Port of(List<Path> files, PortNames names) throws PortException {
        return of(files, List.of(), names);
    }

    /**
     * Builds with adapters.
     *
     * @param files sources, headers and shared libraries; absolute
     * @param adapters sources that give functions of theirs the signatures of the four; absolute
     * @throws PortException where there is nothing to judge in them
     */
    public Port of(List<Path> files, List<Path> adapters, PortNames names) throws PortException {
        List<Path> sources = files.stream().filter(Language::isSource).toList();
        if (sources.isEmpty() && adapters.isEmpty() && files.size() == 1) {
            return library(files.get(0), names);
        }
        CompilerFlags sorted = sorted(files, sources);
        PortCompiler port = compiler(sorted, files);
        List<ReadUnit> units = new Units(port).read(sources, adapters);
        Map<Function, Found> found = new FunctionSearch(names, units).found();
        requireAll(names, found.keySet(), "");
        Map<Function, Chosen> chosen = new EnumMap<>(Function.class);
        for (Found each : found.values()) {
            chosen.put(each.function(), new SignatureCheck(port).choose(each));
        }
        return new PortMaker(
                        port, Stream.concat(files.stream(), adapters.stream()).toList(), units)
                .make(chosen);
    }

    /**
     * Writes an adapter for a function of the user's, as far as it can be known.
     *
     * @param wanted such as {@code my_helper}, or {@code AsWriteBuffer=my_helper}
     * @return a source, for the user to finish
     * @throws PortException where there is no such function
     */
    public String adapter(List<Path> files, String wanted) throws PortException {
        List<Path> sources = files.stream().filter(Language::isSource).toList();
        PortCompiler port = compiler(sorted(files, sources), files);
        return new AdapterWriter(port, new Units(port).read(sources, List.of())).text(wanted);
    }

    private PortCompiler compiler(CompilerFlags sorted, List<Path> files) {
        List<Path> folders = files.stream().map(Path::getParent).distinct().toList();
        return new PortCompiler(compiler, python, sorted.withoutPythons(python.includes()), folder, folders);
    }

    /** Libraries among the files are linked with, and found again when the port is loaded. */
    private CompilerFlags sorted(List<Path> files, List<Path> sources) {
        List<String> words = new ArrayList<>(flags);
        for (Path library : files) {
            if (!sources.contains(library)) {
                words.addAll(List.of(library.toString(), "-Wl,-rpath," + library.getParent()));
            }
        }
        return CompilerFlags.of(words, Path.of(""));
    }

    private Port library(Path library, PortNames names) throws PortException {
        Set<String> symbols = Symbols.of(library);
        Map<Function, String> found = new EnumMap<>(names.names());
        found.values().removeIf(name -> !symbols.contains(name));
        requireAll(names, found.keySet(), mangled(symbols, names.names().values()));
        return Port.ofLibrary(library, python, flags, found);
    }

    private static void requireAll(PortNames wanted, Set<Function> found, String hint) throws PortException {
        List<String> missing = wanted.names().entrySet().stream()
                .filter(entry -> !found.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (found.isEmpty() || wanted.chosen() && !missing.isEmpty()) {
            throw new PortException("The port has " + (found.isEmpty() ? "none of the functions " : "no function ")
                    + String.join(", ", missing)
                    + (wanted.chosen() ? "" : "; --names AsReadBuffer=my_name,... says what they are called") + hint
                    + ".");
        }
    }

    /** C++ gives functions other names, which is easily overlooked. */
    private static String mangled(Set<String> symbols, Collection<String> wanted) {
        return wanted.stream()
                        .anyMatch(name ->
                                symbols.stream().anyMatch(symbol -> symbol.startsWith("_Z" + name.length() + name)))
                ? "; it is a C++ function there: declare it extern \"C\""
                : "";
    }
}
