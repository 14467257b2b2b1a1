package io.github.oldbuffer.ports.alone;

import io.github.oldbuffer.ports.text.SourceText;
import io.github.oldbuffer.ports.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes functions out of a source: with the functions, types, macros and variables that they use, and without what else
 * stands in the source, or in headers that are not there.
 *
 * <p>Headers of the project are read as parts of the source. Of all others those are included that are there.
 */
public final class Extraction {

    private static final Pattern CONDITION = Pattern.compile("\\s*#\\s*(el)?if\\b");

    /** None of the preprocessor's, of the compiler's, or of Python's. */
    private static final Pattern CALL =
            Pattern.compile("\\b(?!(?:el)?if\\b|defined\\b|and\\b|or\\b|not\\b|_|Py|PY)([A-Za-z]\\w*)\\s*\\(");

    private static final Pattern INCLUDE =
            Pattern.compile("\\s*#\\s*(?:include|import)\\s*([<\"])([^>\"\\n]+)[>\"].*", Pattern.DOTALL);

    /** How often one header is read, where each time stands in a condition. */
    private static final int MOST_TIMES = 4;

    private final ProjectFiles project;
    private final Set<Path> read = new HashSet<>();
    private final Set<Path> open = new HashSet<>();
    private final Map<Path, Integer> inlined = new HashMap<>();
    private final List<Item> items = new ArrayList<>();

    private final List<Path> installed;

    private Extraction(ProjectFiles project, List<Path> installed) {
        this.project = project;
        this.installed = installed;
    }

    /**
     * The text of a source that holds the functions alone.
     *
     * @param sources read one behind the other
     * @param names of the functions; with the classes around them where they have some
     * @param folders with headers, as the user names them: what is there is taken from there, and as it is
     * @return empty where the sources do not define all of them, or cannot be read
     */
    public static Optional<String> of(List<Path> sources, Collection<String> names, List<Path> folders) {
        ProjectFiles project = ProjectFiles.around(sources.get(0));
        Extraction extraction = new Extraction(
                project,
                folders.stream().filter(folder -> !project.contains(folder)).toList());
        try {
            for (Path source : sources) {
                if (!extraction.read.contains(source.normalize())) {
                    extraction.read(source, true);
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        Set<String> wanted = new HashSet<>();
        for (String name : names) {
            List<String> parts = List.of(name.split("::"));
            if (parts.stream().noneMatch(extraction::defines)) {
                return Optional.empty();
            }
            wanted.addAll(parts);
        }
        return Optional.of(extraction.text(wanted));
    }

    /** Whether a function or a class of that name is there, and not its declaration alone. */
    private boolean defines(String name) {
        return items.stream()
                .anyMatch(item -> item.defines().contains(name)
                        && (item.function()
                                || item.kind() == Item.Kind.DIRECTIVE
                                || item.text().contains("{")));
    }

    /** Of what stands in a condition nobody knows whether it counts: the header is read again where it is wanted again. */
    private void read(Path file, boolean certain) throws IOException {
        Path real = file.normalize();
        int times = inlined.merge(real, 1, Integer::sum);
        if (times > MOST_TIMES || !open.add(real)) {
            return;
        }
        if (certain) {
            read.add(real);
        }
        List<Item> all = Items.of(SourceText.of(file, TextFile.read(file)));
        int depth = isGuarded(all) ? -1 : 0;
        for (Item item : all) {
            Matcher include = INCLUDE.matcher(item.text());
            if (item.kind() == Item.Kind.DIRECTIVE && include.matches()) {
                included(item, include.group(1).equals("\""), include.group(2), certain && depth <= 0);
            } else {
                depth += depthChange(item);
                items.add(item);
            }
        }
        open.remove(real);
    }

    /** Whether the first directive is the guard that keeps a header from counting twice. */
    private static boolean isGuarded(List<Item> all) {
        return all.stream()
                .filter(item -> !item.text().isBlank())
                .findFirst()
                .filter(item ->
                        item.text().strip().matches("#\\s*if(ndef\\s+\\w+|\\s+!\\s*defined\\s*\\(?\\s*\\w+\\s*\\)?)"))
                .isPresent();
    }

    private static int depthChange(Item item) {
        String directive = item.text().strip();
        return item.kind() != Item.Kind.DIRECTIVE
                ? 0
                : directive.matches("(?s)#\\s*if.*") ? 1 : directive.matches("(?s)#\\s*endif.*") ? -1 : 0;
    }

    private void included(Item item, boolean quoted, String name, boolean certain) throws IOException {
        Optional<Path> header = name.equals("Python.h") ? Optional.empty() : project.header(item.file(), name);
        boolean beside = quoted && Files.isRegularFile(item.file().resolveSibling(name));
        boolean elsewhere = installed.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(name)));
        if (header.isPresent() && (beside || !elsewhere && !isSystems(name))) {
            if (!read.contains(header.get().normalize())) {
                read(header.get(), certain);
            }
            return;
        }
        String lines =
                "\n".repeat((int) item.text().chars().filter(c -> c == '\n').count());
        items.add(new Item(
                item.file(), item.line(), lines + guarded(name), Item.Kind.DIRECTIVE, Set.of(), Set.of(), false));
    }

    /** Headers that every system has; a project's own of the same name are for others. */
    private static boolean isSystems(String name) {
        return name.matches("(std|sys/|string|stdlib|stdio|errno|assert|ctype|limits|math|time|unistd).*");
    }

    private static String guarded(String name) {
        return "\n#if __has_include(<" + name + ">)\n#include <" + name + ">\n#endif\n";
    }

    private String text(Collection<String> wanted) {
        Set<String> names = new HashSet<>(wanted);
        Set<Item> kept = kept(names);
        StringBuilder text = new StringBuilder();
        if (!startsWithPython(kept)) {
            text.append("#include <Python.h>\n");
        }
        unknownMacros()
                .forEach(name -> text.append("#ifndef ")
                        .append(name)
                        .append("\n#define ")
                        .append(name)
                        .append("(...) 0\n#endif\n"));
        macrosAroundTypes(kept)
                .forEach(name -> text.append("#ifndef ")
                        .append(name)
                        .append("\n#define ")
                        .append(name)
                        .append("(...) __VA_ARGS__\n#endif\n"));
        for (Item item : items) {
            String piece = piece(item, kept.contains(item), names);
            if (!piece.isBlank()) {
                text.append("\n#line ")
                        .append(item.line())
                        .append(" \"")
                        .append(item.file())
                        .append("\"\n")
                        .append(piece);
            }
        }
        return text.append('\n').toString();
    }

    /** A condition that calls a macro of a header that is missing is no condition to a preprocessor. */
    private Set<String> unknownMacros() {
        Set<String> called = new TreeSet<>();
        for (Item item : items) {
            item.directives()
                    .lines()
                    .filter(line -> CONDITION.matcher(line).lookingAt())
                    .forEach(line -> {
                        Matcher call = CALL.matcher(line);
                        while (call.find()) {
                            called.add(call.group(1));
                        }
                    });
        }
        items.forEach(item -> called.removeAll(item.defines()));
        return called;
    }

    /** Macros that nothing defines, where a function's type stands in their parentheses: who includes the source has them. */
    private Set<String> macrosAroundTypes(Set<Item> kept) {
        Set<String> macros = new TreeSet<>();
        kept.stream().filter(Item::function).forEach(item -> {
            Matcher around = Defined.AROUND_TYPE.matcher(Items.head(item.text()));
            if (around.find() && !around.group(2).isBlank() && !around.group(1).startsWith("_")) {
                macros.add(around.group(1));
            }
        });
        items.forEach(item -> macros.removeAll(item.defines()));
        return macros;
    }

    /** Whether Python's headers come in front of all that is kept, as they should. */
    private boolean startsWithPython(Set<Item> kept) {
        return items.stream()
                .filter(item -> kept.contains(item) && item.kind() == Item.Kind.DECLARATION
                        || item.kind() == Item.Kind.DIRECTIVE && item.text().contains("include <Python.h>"))
                .findFirst()
                .filter(item -> item.kind() == Item.Kind.DIRECTIVE)
                .isPresent();
    }

    /** What the branches in front of a directive define that were not read. */
    private static Set<String> defined(Item item) {
        return Items.of(SourceText.of(item.file(), item.unread())).stream()
                .flatMap(each -> each.defines().stream())
                .collect(Collectors.toSet());
    }

    private static String piece(Item item, boolean kept, Set<String> names) {
        boolean error =
                item.kind() == Item.Kind.DIRECTIVE && item.text().strip().matches("(?s)#\\s*(error|pragma|line)\\b.*");
        if (error) {
            return "";
        } else if (kept && item.kind() == Item.Kind.DECLARATION) {
            return ClassBody.lean(item, names);
        }
        return item.kind() == Item.Kind.DECLARATION
                        || item.kind() == Item.Kind.DIRECTIVE
                                && !kept
                                && !item.unread().isBlank()
                ? item.directives()
                : item.text();
    }

    /**
     * What is needed, and what that needs.
     *
     * @param names that are needed; gets those that the others need
     */
    private Set<Item> kept(Set<String> names) {
        Set<Item> kept = new HashSet<>();
        Map<Item, Set<String>> unread = new HashMap<>();
        items.stream()
                .filter(item ->
                        item.kind() == Item.Kind.DIRECTIVE && !item.unread().isBlank())
                .forEach(item -> unread.put(item, defined(item)));
        int known = -1;
        while (known < names.size()) {
            known = names.size();
            items.stream().filter(item -> item.isNeeded(names)).forEach(kept::add);
            Set<String> needed = new HashSet<>();
            kept.forEach(item -> needed.addAll(ClassBody.words(item, names)));
            unread.forEach((item, defines) -> {
                if (defines.stream().anyMatch(names::contains)) {
                    kept.add(item);
                    needed.addAll(Items.words(item.unread()));
                }
            });
            names.addAll(needed);
        }
        return kept;
    }
}
