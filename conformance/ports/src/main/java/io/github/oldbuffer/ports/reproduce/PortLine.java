package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.ports.build.Recipe;
import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.ShellWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands that make the library of a port's sources as the kit makes it: another way could hide the fault. */
record PortLine(Setting setting) {

    /** The library. */
    static final String LIBRARY = "port.so";

    /** What a library wants to be called once it is loaded. */
    static final String START = "oldbuffer_port_start";

    private static final String COMPILING = " -O2 -g -fPIC";

    private static final Pattern ONE_SOURCE = Pattern.compile("#include \"([^\"]+)\"\\R#include <Python\\.h>\\R?");

    /** The macro by which a part's text is chosen, where it stands in the program's file. */
    static String macro(int part) {
        return "PART_" + part;
    }

    /** The source that a part is made of, where nothing that the kit adds to it is needed. */
    Optional<Path> source(Recipe.Part part) {
        Matcher one = ONE_SOURCE.matcher(part.text());
        if (!one.lookingAt()) {
            return Optional.empty();
        }
        boolean needed = part.text().contains(START)
                || setting.symbols().values().stream()
                        .anyMatch(symbol -> !setting.names().containsValue(symbol)
                                && part.text().contains(symbol));
        return needed ? Optional.empty() : Optional.of(Path.of(one.group(1)));
    }

    /**
     * The commands; empty where there is nothing to make.
     *
     * @param file that holds the texts of parts
     * @param compiler the words that start it
     * @param headers words for Python's headers
     */
    String commands(String file, String compiler, String headers) {
        List<Recipe.Part> parts = setting.recipe().parts();
        if (parts.isEmpty()) {
            return "";
        }
        List<String> commands = new ArrayList<>();
        setting.recipe().generations().forEach(each -> commands.add(words(each.commandHere())));
        String linking = words(setting.recipe().libraries()) + " -o " + LIBRARY;
        if (parts.stream()
                .allMatch(
                        part -> isPlain(part) && part.language() == parts.get(0).language())) {
            String sources = words(parts.stream()
                    .map(part -> source(part).orElseThrow().toString())
                    .toList());
            commands.add(joined(
                    compiler + COMPILING,
                    words(flags(parts.get(0))),
                    "-shared " + bindings(),
                    headers,
                    sources,
                    linking));
            return String.join(" && ", commands);
        }
        for (int i = 0; i < parts.size(); i++) {
            commands.add(joined(
                    compiler + COMPILING + " -c",
                    words(flags(parts.get(i))),
                    "-w",
                    headers,
                    input(i, file),
                    "-o part" + i + ".o"));
        }
        String objects = Stream.iterate(0, i -> i + 1)
                .limit(parts.size())
                .map(i -> "part" + i + ".o")
                .collect(Collectors.joining(" "));
        commands.add(joined(compiler, "-shared", words(setting.flags()), bindings(), objects, linking));
        return String.join(" && ", commands);
    }

    private boolean isPlain(Recipe.Part part) {
        return part.flags().isEmpty() && source(part).flatMap(Language::of).equals(Optional.of(part.language()));
    }

    private String input(int index, String file) {
        Recipe.Part part = setting.recipe().parts().get(index);
        String language = "-x " + (part.language() == Language.CPP ? "c++ " : "c ");
        return source(part)
                .map(source -> language + ShellWords.quoted(source.toString()))
                .orElse("-D" + macro(index) + " " + language + file);
    }

    /** As the kit gives them: a version of the other language is none, and quoted headers lie beside any source. */
    private List<String> flags(Recipe.Part part) {
        boolean cpp = part.language() == Language.CPP;
        List<String> flags = Stream.concat(part.flags().stream(), setting.flags().stream())
                .filter(flag -> !flag.startsWith("-std=") || flag.contains("++") == cpp)
                .collect(Collectors.toCollection(ArrayList::new));
        setting.files().stream()
                .map(Path::getParent)
                .distinct()
                .forEach(folder -> flags.addAll(List.of("-iquote", folder.toString())));
        return flags;
    }

    private static String bindings() {
        return isMac() ? "-undefined dynamic_lookup" : "-Wl,-Bsymbolic";
    }

    private static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static String words(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    static String joined(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
