package io.github.oldbuffer.ports.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The flags by which a project compiles a source, where it has written them down in a {@code compile_commands.json}. */
public final class CompileCommands {

    private static final String FILE = "compile_commands.json";

    /** Say where the result goes, or what to write about it; each has a word behind it. */
    private static final Set<String> ABOUT_RESULTS = Set.of("-o", "-MF", "-MT", "-MQ");

    private CompileCommands() {}

    /**
     * Looks in the folders above the source, and in their {@code build}, for the nearest that speaks of it.
     *
     * @return without flags where there is none
     * @throws PortException where there is one that cannot be read
     */
    public static CompilerFlags of(Path source) throws PortException {
        for (Path folder = source.getParent(); folder != null; folder = folder.getParent()) {
            for (Path file :
                    List.of(folder.resolve(FILE), folder.resolve("build").resolve(FILE))) {
                if (Files.isRegularFile(file)) {
                    return in(file, source);
                }
            }
        }
        return CompilerFlags.none();
    }

    private static CompilerFlags in(Path file, Path source) throws PortException {
        try {
            for (JsonNode entry : new ObjectMapper().readTree(file.toFile())) {
                Path folder = file.getParent().resolve(entry.path("directory").asText("."));
                if (same(folder.resolve(entry.path("file").asText("")), source)) {
                    return CompilerFlags.of(flags(words(entry), folder, source), folder);
                }
            }
            return CompilerFlags.none();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new PortException(
                    file + " cannot be read: "
                            + unreadable.getMessage().lines().findFirst().orElse(""),
                    unreadable);
        }
    }

    private static List<String> words(JsonNode entry) {
        if (!entry.has("arguments")) {
            return ShellWords.of(entry.path("command").asText(""));
        }
        List<String> words = new ArrayList<>();
        entry.get("arguments").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** Without the compiler, the source, and what is said about the result. */
    private static List<String> flags(List<String> words, Path folder, Path source) {
        List<String> flags = new ArrayList<>();
        for (int i = firstOption(words); i < words.size(); i++) {
            String word = words.get(i);
            if (ABOUT_RESULTS.contains(word)) {
                i++;
            } else if (!word.equals("-c")
                    && !word.equals("--")
                    && !word.matches("-M[A-Z]*|-o.+|-Werror(=.*)?")
                    && (word.startsWith("-") || !same(folder.resolve(word), source))) {
                flags.add(word);
            }
        }
        return flags;
    }

    /** Behind the compiler, which may be a word or two: {@code ccache gcc}. */
    private static int firstOption(List<String> words) {
        int first = 0;
        while (first < words.size() && !words.get(first).startsWith("-")) {
            first++;
        }
        return first;
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.normalize().equals(other.normalize());
        }
    }
}
