package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.generate.Generators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found in a source tree.
 *
 * @param files how many sources were read
 * @param candidates in the order of files and lines
 */
public record TreeSearch(int files, List<Candidate> candidates) {

    private static final long LARGEST = 8L << 20;

    public TreeSearch {
        candidates = List.copyOf(candidates);
    }

    /** Reads every source below a folder; hidden folders and those of links are left out. */
    public static TreeSearch in(Path folder) throws IOException {
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(folder)) {
            sources = walk.filter(file -> Files.isRegularFile(file) && !isHidden(folder.relativize(file)))
                    .filter(file -> Language.isSource(file) || Generators.isFor(file))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        List<Candidate> found = new ArrayList<>();
        for (Path source : sources) {
            if (Files.size(source) <= LARGEST) {
                String text = Files.readString(source, StandardCharsets.ISO_8859_1);
                if (text.contains("Buffer") || text.contains("#\"") || text.contains("# ") || text.contains("#:")) {
                    candidates(source, text).stream()
                            .sorted(Comparator.comparingInt(Candidate::line))
                            .forEach(found::add);
                }
            }
        }
        return new TreeSearch(sources.size(), found);
    }

    private static List<Candidate> candidates(Path source, String text) {
        return source.toString().endsWith(".pyx")
                ? CythonSearch.candidates(source, text.lines().toList())
                : FileSearch.of(source, text).candidates();
    }

    private static boolean isHidden(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
