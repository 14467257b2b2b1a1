package io.github.oldbuffer.ports.place;

import io.github.oldbuffer.spec.results.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A few lines of a source. */
final class Excerpt {

    private static final int AROUND = 3;
    private static final int LONGEST_LINE = 200;

    private Excerpt() {}

    /** A place with the lines around it; without where the file cannot be read, or has changed too much. */
    static Place around(String function, Path file, int line) {
        List<String> lines = lines(file);
        int first = Math.max(1, line - AROUND);
        int last = Math.min(lines.size(), line + AROUND);
        List<String> excerpt = line > lines.size()
                ? List.of()
                : lines.subList(first - 1, last).stream().map(Excerpt::shown).toList();
        return new Place(function, file.toString(), Math.max(1, line), first, excerpt);
    }

    static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException notText) {
            return List.of();
        }
    }

    private static String shown(String line) {
        String plain = line.replace("\t", "    ").replaceAll("\\p{Cntrl}", "?");
        return plain.length() > LONGEST_LINE ? plain.substring(0, LONGEST_LINE) : plain;
    }
}
