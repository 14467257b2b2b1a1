package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.text.ProjectRoot;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where a module finds other modules when it is initialised, besides those of Python. */
final class ModuleFolders {

    /** How deep below its root a project has packages. */
    private static final int DEPTH = 3;

    /** Most of a project's, each of which is looked into for every import. */
    private static final int MOST = 20;

    private ModuleFolders() {}

    /**
     * The folder of the source's own package, those of PYTHONPATH, and those of the project's other packages.
     *
     * @param sources of the module, as the user knows them
     */
    static List<Path> of(List<Path> sources, Map<String, String> environment) {
        Set<Path> folders = new LinkedHashSet<>();
        sources.forEach(source -> folders.add(above(source)));
        Stream.of(environment.getOrDefault("PYTHONPATH", "").split(File.pathSeparator))
                .filter(each -> !each.isBlank())
                .map(each -> Path.of(each).toAbsolutePath().normalize())
                .forEach(folders::add);
        sources.forEach(source -> folders.addAll(ofProject(ProjectRoot.of(source))));
        return List.copyOf(folders);
    }

    /** The folder that the package of a source lies in; that of the source where it has no package. */
    static Path above(Path source) {
        Path own = source.getParent();
        while (isPackage(own)) {
            own = own.getParent();
        }
        return own;
    }

    private static boolean isPackage(Path folder) {
        return folder.getParent() != null
                && Stream.of("__init__.py", "__init__.pyx", "__init__.pxd")
                        .anyMatch(each -> Files.exists(folder.resolve(each)));
    }

    private static List<Path> ofProject(Path root) {
        List<Path> folders = new ArrayList<>();
        try {
            Files.walkFileTree(
                    root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            boolean hidden = !folder.equals(root)
                                    && folder.getFileName().toString().startsWith(".");
                            if (hidden || folders.size() == MOST) {
                                return FileVisitResult.SKIP_SUBTREE;
                            } else if (isPackage(folder)) {
                                if (!folders.contains(folder.getParent())) {
                                    folders.add(folder.getParent());
                                }
                                return FileVisitResult.SKIP_SUBTREE;
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException failed) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException unreadable) {
            return folders;
        }
        return folders;
    }
}
