package io.github.oldbuffer.ports.compiler;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A user's words for the compiler, in the order that linkers want: they look into a library for what the sources before
 * it lack.
 *
 * @param compiling in front of the sources
 * @param linking behind them
 */
public record CompilerFlags(List<String> compiling, List<String> linking) {

    /** Options whose next word belongs to them. */
    private static final Set<String> WITH_A_WORD = Set.of(
            "-I",
            "-isystem",
            "-iquote",
            "-idirafter",
            "-include",
            "-imacros",
            "-L",
            "-l",
            "-D",
            "-U",
            "-framework",
            "-Xlinker",
            "-Xpreprocessor",
            "-isysroot",
            "-arch",
            "-x");

    /** Options that are followed by a folder, with or without a space. */
    private static final List<String> FOLDERS = List.of("-isystem", "-iquote", "-idirafter", "-isysroot", "-I", "-L");

    public CompilerFlags {
        compiling = List.copyOf(compiling);
        linking = List.copyOf(linking);
    }

    /** Where headers are: those of {@code -I}. */
    public List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (int i = 0; i < compiling.size(); i++) {
            if (compiling.get(i).equals("-I") && i + 1 < compiling.size()) {
                folders.add(compiling.get(++i));
            } else if (compiling.get(i).startsWith("-I")) {
                folders.add(compiling.get(i).substring(2));
            }
        }
        return folders;
    }

    public static CompilerFlags none() {
        return new CompilerFlags(List.of(), List.of());
    }

    /**
     * Sorts words, and makes their paths absolute: what is made with them later is made elsewhere.
     *
     * @param folder that their paths are relative to
     */
    public static CompilerFlags of(List<String> words, Path folder) {
        List<String> compiling = new ArrayList<>();
        List<String> linking = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            List<String> target = isForLinker(word) ? linking : compiling;
            if (WITH_A_WORD.contains(word) && i + 1 < words.size()) {
                target.add(word);
                target.add(argument(word, words.get(++i), folder));
            } else {
                target.add(absolute(word, folder));
            }
        }
        return new CompilerFlags(compiling, linking);
    }

    /** These, and others behind them. */
    public CompilerFlags and(CompilerFlags more) {
        return new CompilerFlags(joined(compiling, more.compiling), joined(linking, more.linking));
    }

    /** All but the folders with the headers of another Python than the one that runs the port. */
    public CompilerFlags withoutPythons(List<Path> wanted) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < compiling.size(); i++) {
            String word = compiling.get(i);
            boolean apart = FOLDERS.contains(word) && i + 1 < compiling.size();
            String folder = apart ? compiling.get(i + 1) : folder(word);
            if (!folder.isEmpty() && isOtherPython(Path.of(folder), wanted)) {
                i += apart ? 1 : 0;
            } else {
                kept.add(word);
                if (apart) {
                    kept.add(compiling.get(++i));
                }
            }
        }
        return new CompilerFlags(kept, linking);
    }

    private static boolean isOtherPython(Path folder, List<Path> wanted) {
        return Files.exists(folder.resolve("Python.h")) && !wanted.contains(folder);
    }

    private static boolean isForLinker(String word) {
        return word.startsWith("-l")
                || word.startsWith("-L")
                || word.startsWith("-Wl,")
                || word.equals("-Xlinker")
                || word.equals("-framework")
                || isLibrary(word);
    }

    private static boolean isLibrary(String word) {
        return !word.startsWith("-") && word.matches(".*\\.(a|o|so|dylib|tbd)(\\.[0-9.]+)?");
    }

    private static String argument(String option, String word, Path folder) {
        if (FOLDERS.contains(option)) {
            return resolved(word, folder);
        }
        boolean file = option.equals("-include") || option.equals("-imacros");
        // what is not there is looked for in the folders of headers
        return file && Files.exists(folder.resolve(word)) ? resolved(word, folder) : word;
    }

    private static String absolute(String word, Path folder) {
        if (isLibrary(word)) {
            return resolved(word, folder);
        }
        String rpath = "-Wl,-rpath,";
        if (word.startsWith(rpath) && !word.startsWith(rpath + "$")) {
            return rpath + resolved(word.substring(rpath.length()), folder);
        }
        String path = folder(word);
        return path.isEmpty() ? word : word.substring(0, word.length() - path.length()) + resolved(path, folder);
    }

    /** The folder behind an option in the same word, or an empty text. */
    private static String folder(String word) {
        return FOLDERS.stream()
                .filter(option -> word.startsWith(option) && word.length() > option.length())
                .findFirst()
                .map(option -> word.substring(option.length()))
                .orElse("");
    }

    private static String resolved(String path, Path folder) {
        // = stands for the system's root
        return path.startsWith("=")
                ? path
                : folder.resolve(path).toAbsolutePath().normalize().toString();
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
