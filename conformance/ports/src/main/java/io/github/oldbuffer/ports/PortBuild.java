package io.github.oldbuffer.ports;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.spec.scenario.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a port out of the user's files.
 *
 * @param folder private; for what is made
 */
public record PortBuild(PythonRuntime python, CCompiler compiler, List<String> flags, Path folder) {

    /** What functions are called in the library that the source does not export. */
    private static final String STAND_IN = "oldbuffer_port_";

    /**
     * Builds, or takes as it is.
     *
     * @param files sources, or one shared library; absolute
     * @throws PortException where there is nothing to judge in them
     */
    public Port of(List<Path> files, PortNames names) throws PortException {
        if (files.size() == 1 && !PortCompiler.isSource(files.get(0))) {
            Map<Function, String> found = exported(files.get(0), names);
            return port(files, files.get(0), names, found, found, List.of());
        }
        PortCompiler port = new PortCompiler(compiler, python, flags);
        Path library = folder.resolve("port.so");
        port.library(files, library);
        Map<Function, String> exported = exported(library, names);
        Map<Function, String> found = new EnumMap<>(exported);
        Map<Function, Path> hidden = hidden(files, names, exported);
        Map<Function, String> symbols = new EnumMap<>(exported);
        if (!hidden.isEmpty()) {
            library = folder.resolve("port-with-stand-ins.so");
            port.library(withStandIns(files, hidden, names), library);
            hidden.keySet().forEach(function -> {
                found.put(function, names.names().get(function));
                symbols.put(function, STAND_IN + function);
            });
        }
        return port(files, library, names, found, symbols, notes(port, files, found));
    }

    private Port port(
            List<Path> files,
            Path library,
            PortNames wanted,
            Map<Function, String> found,
            Map<Function, String> symbols,
            List<String> notes)
            throws PortException {
        if (found.isEmpty() || wanted.chosen() && found.size() < wanted.names().size()) {
            List<String> missing = wanted.names().entrySet().stream()
                    .filter(entry -> !found.containsKey(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            throw new PortException("The port has " + (found.isEmpty() ? "none of the functions " : "no function ")
                    + String.join(", ", missing)
                    + (wanted.chosen() ? "" : "; --names AsReadBuffer=my_name,... says" + " what they are called")
                    + mangled(library, wanted) + ".");
        }
        return new Port(files, flags, python, library, found, symbols, notes);
    }

    /** C++ gives functions other names, which is easily overlooked. */
    private static String mangled(Path library, PortNames wanted) throws PortException {
        Set<String> symbols = Symbols.of(library);
        return wanted.names().values().stream()
                        .anyMatch(name ->
                                symbols.stream().anyMatch(symbol -> symbol.startsWith("_Z" + name.length() + name)))
                ? "; it is a C++ function there: declare it extern \"C\""
                : "";
    }

    private static Map<Function, String> exported(Path library, PortNames names) throws PortException {
        Set<String> symbols = Symbols.of(library);
        Map<Function, String> found = new EnumMap<>(names.names());
        found.values().removeIf(name -> !symbols.contains(name));
        return found;
    }

    /** Static functions and macros that the user named, each with the C source that speaks of it. */
    private static Map<Function, Path> hidden(List<Path> files, PortNames names, Map<Function, String> exported)
            throws PortException {
        Map<Function, Path> hidden = new EnumMap<>(Function.class);
        if (names.chosen()) {
            for (Map.Entry<Function, String> entry : names.names().entrySet()) {
                if (!exported.containsKey(entry.getKey())) {
                    source(files, entry.getValue()).ifPresent(file -> hidden.put(entry.getKey(), file));
                }
            }
        }
        return hidden;
    }

    private static Optional<Path> source(List<Path> files, String name) throws PortException {
        Pattern word = Pattern.compile("\\b" + name + "\\s*\\(");
        for (Path file : files) {
            try {
                if (PortCompiler.isC(file)
                        && word.matcher(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                                .find()) {
                    return Optional.of(file);
                }
            } catch (IOException e) {
                throw new PortException(file + " cannot be read: " + e + ".", e);
            }
        }
        return Optional.empty();
    }

    /** The sources, of which some are included by a text of the kit's that exports what they do not. */
    private List<Path> withStandIns(List<Path> files, Map<Function, Path> hidden, PortNames names)
            throws PortException {
        List<Path> sources = new ArrayList<>();
        for (Path file : files) {
            StringBuilder text = new StringBuilder("#include \"" + file + "\"\n#include <Python.h>\n");
            hidden.forEach((function, source) -> {
                if (source.equals(file)) {
                    String name = STAND_IN + function;
                    text.append("__attribute__((visibility(\"default\"))) ")
                            .append(Prototypes.of(function, name))
                            .append(";\n")
                            .append(Prototypes.passingOn(
                                    function, name, names.names().get(function)));
                }
            });
            sources.add(
                    hidden.containsValue(file) ? write("stand-in-" + sources.size() + ".c", text.toString()) : file);
        }
        return sources;
    }

    private List<String> notes(PortCompiler port, List<Path> files, Map<Function, String> found) throws PortException {
        List<String> notes = new ArrayList<>();
        SignatureCheck check = new SignatureCheck(port, folder);
        for (Map.Entry<Function, String> entry : found.entrySet()) {
            Optional<Path> source = source(files, entry.getValue());
            if (source.isPresent()) {
                check.note(source.get(), entry.getKey(), entry.getValue()).ifPresent(notes::add);
            }
        }
        return notes;
    }

    private Path write(String name, String text) throws PortException {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new PortException("No file could be written beside the port: " + e + ".", e);
        }
    }
}
