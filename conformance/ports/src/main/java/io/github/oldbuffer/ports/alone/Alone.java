package io.github.oldbuffer.ports.alone;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.generate.Generators;
import io.github.oldbuffer.ports.text.TextFile;
import io.github.oldbuffer.spec.scenario.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of a port without the rest of their sources, where that does not compile.
 *
 * @param files what was written, by the file that it was taken out of
 */
public record Alone(Map<Path, Path> files) {

    /**
     * Takes functions out of sources.
     *
     * @param names of the functions
     * @param chosen whether each of the names must be there
     * @param adapters each with what it needs of the sources
     * @param headers folders of the user's with headers
     * @param folder for what is written
     * @return empty where some of the names are defined by none of the sources
     */
    public static Optional<Alone> of(
            List<Path> sources,
            List<Path> adapters,
            Collection<String> names,
            boolean chosen,
            List<Path> headers,
            Path folder)
            throws PortException {
        Map<Path, Path> written = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>(names);
        if (adapters.isEmpty()) {
            for (Path source : sources) {
                List<String> here = missing.stream()
                        .filter(name -> Extraction.of(List.of(source), List.of(name), headers)
                                .isPresent())
                        .toList();
                if (!here.isEmpty()) {
                    written.put(
                            source,
                            written(source, Extraction.of(List.of(source), here, headers), folder, written.size()));
                    missing.removeAll(here);
                }
            }
        }
        for (Path adapter : adapters) {
            List<Path> all = new ArrayList<>(sources);
            all.add(adapter);
            List<String> defined = Arrays.stream(Function.values())
                    .map(Function::cName)
                    .filter(name -> Extraction.of(List.of(adapter), List.of(name), headers)
                            .isPresent())
                    .toList();
            written.put(adapter, written(adapter, Extraction.of(all, defined, headers), folder, written.size()));
        }
        boolean complete = !written.isEmpty() && (!adapters.isEmpty() || !chosen || missing.isEmpty());
        return complete ? Optional.of(new Alone(written)) : Optional.empty();
    }

    private static Path written(Path source, Optional<String> text, Path folder, int number) throws PortException {
        try {
            String name = source.getFileName().toString();
            boolean known = Language.of(source).isPresent() && !Language.isHeader(source);
            Path own = Files.createDirectories(folder.resolve("alone-" + number));
            Path file = own.resolve(known ? name : name + language(source).ending());
            return Files.writeString(file, text.orElse(""));
        } catch (IOException e) {
            throw new PortException("No file could be written beside the port: " + e + ".", e);
        }
    }

    private static Language language(Path source) throws IOException {
        return Language.of(source)
                .orElse(
                        Generators.isFor(source)
                                ? Generators.target(source)
                                : TextFile.read(source)
                                                .matches(
                                                        "(?s).*\\b(namespace|template\\s*<|class\\s+\\w+\\s*[:{]|std::).*")
                                        ? Language.CPP
                                        : Language.C);
    }

    /** The files that the written ones came from. */
    public Map<Path, Path> origins() {
        Map<Path, Path> origins = new LinkedHashMap<>();
        files.forEach((origin, written) -> origins.put(written, origin));
        return origins;
    }

    /** A source with the files that were written in the place of their names: they are gone once it was judged. */
    public String inlined(String text) throws PortException {
        String whole = text;
        for (Path written : files.values()) {
            try {
                whole = whole.replace(
                        "#include \"" + written + "\"\n", Files.readString(written) + "#line 1 \"kit\"\n");
            } catch (IOException e) {
                throw new PortException("What was written beside the port is gone: " + e + ".", e);
            }
        }
        return whole;
    }
}
