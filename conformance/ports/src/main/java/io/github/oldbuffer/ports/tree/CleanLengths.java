package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where {@code PY_SSIZE_T_CLEAN} is defined: in a source, in what it includes, or for the whole tree. */
final class CleanLengths {

    private static final String NAME = "PY_SSIZE_T_CLEAN";

    private static final Pattern INCLUDE = Pattern.compile("#\\s*include\\s*[\"<](?:[^\">\\n]*/)?([^\">/\\n]+)[\">]");

    /** What tells compilers of macros. */
    private static final List<String> BUILDS =
            List.of("setup.py", "setup.cfg", "meson.build", "CMakeLists.txt", "Makefile", "pyproject.toml");

    private final boolean everywhere;
    private final Set<String> clean = new HashSet<>();
    private final Map<String, Set<String>> included = new HashMap<>();

    private CleanLengths(boolean everywhere) {
        this.everywhere = everywhere;
    }

    static CleanLengths of(Path folder) {
        return new CleanLengths(BUILDS.stream().map(folder::resolve).anyMatch(CleanLengths::says));
    }

    private static boolean says(Path build) {
        try {
            return Files.isRegularFile(build) && TextFile.read(build).contains(NAME);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Takes down what a source says; files of one name count as one. */
    void read(Path file, String text) {
        String name = file.getFileName().toString();
        if (text.contains(NAME)) {
            clean.add(name);
        }
        if (text.contains("include")) {
            Set<String> all = included.computeIfAbsent(name, each -> new HashSet<>());
            Matcher include = INCLUDE.matcher(text);
            while (include.find()) {
                all.add(include.group(1));
            }
        }
    }

    boolean areClean(Path file) {
        return everywhere || areClean(file.getFileName().toString(), new HashSet<>());
    }

    private boolean areClean(String name, Set<String> seen) {
        return seen.add(name)
                && (clean.contains(name)
                        || included.getOrDefault(name, Set.of()).stream().anyMatch(each -> areClean(each, seen)));
    }
}
