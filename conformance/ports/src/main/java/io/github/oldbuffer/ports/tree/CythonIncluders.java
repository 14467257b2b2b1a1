package io.github.oldbuffer.ports.tree;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Cython source a file is part of, by what the sources include. */
final class CythonIncluders {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^\\s*include\\s+[\"']([^\"']+)[\"']");

    private final Map<String, Path> includers = new HashMap<>();

    /** Takes down what a source includes; files of one name count as one. */
    void read(Path file, String text) {
        if (TreeFiles.isCython(file)) {
            Matcher include = INCLUDE.matcher(text);
            while (include.find()) {
                Path name = Path.of(include.group(1)).getFileName();
                if (name != null) {
                    includers.putIfAbsent(name.toString(), file);
                }
            }
        }
    }

    /** The outermost one; the file itself where none includes it. */
    Path of(Path file) {
        Path outer = file;
        Set<Path> seen = new HashSet<>();
        while (seen.add(outer) && includers.containsKey(outer.getFileName().toString())) {
            outer = includers.get(outer.getFileName().toString());
        }
        return outer;
    }
}
