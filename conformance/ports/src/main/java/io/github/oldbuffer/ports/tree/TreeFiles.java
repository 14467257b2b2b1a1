package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.generate.Generators;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The sources below a folder; hidden folders and those that links lead to are left out.
 *
 * @param sources sorted
 * @param unread what could not be looked into
 */
record TreeFiles(List<Path> sources, List<Path> unread) {

    /** Cython's files that are part of another one. */
    private static final String CYTHON = ".*\\.(pyx|pxi|pxd)(\\.(in|tp))?";

    /** What no compiler of the kit takes, and people read: Objective-C, templates, files of SIP. */
    private static final String OTHER = ".*\\.(m|mm|sip|swg|[ch](pp)?\\.(src|in))";

    static TreeFiles below(Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        List<Path> unread = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                boolean hidden =
                        !each.equals(folder) && each.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isSource(file) && !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file)) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (file.equals(folder)) {
                    throw failed;
                }
                unread.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(sources);
        return new TreeFiles(sources, unread);
    }

    private static boolean isSource(Path file) {
        return isCompiled(file) || isCython(file) || file.toString().matches(OTHER);
    }

    /** Whether {@code port} takes it. */
    static boolean isCompiled(Path file) {
        return Language.isSource(file) || Generators.isFor(file);
    }

    static boolean isCython(Path file) {
        return file.toString().matches(CYTHON);
    }
}
