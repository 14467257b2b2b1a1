package io.github.oldbuffer.ports.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The folder of the project that a source belongs to. */
public final class ProjectRoot {

    private static final Set<String> HOLDS = Set.of(
            ".git", ".hg", "setup.py", "pyproject.toml", "meson.build", "configure.ac", "CMakeLists.txt", "setup.cfg");

    private static final int MOST_STEPS = 6;

    private ProjectRoot() {}

    /** The outermost folder above a source that holds what projects have there; its own folder where none does. */
    public static Path of(Path source) {
        Path best = source.getParent();
        int steps = 0;
        for (Path folder = best;
                folder != null && folder.getParent() != null && steps < MOST_STEPS;
                folder = folder.getParent()) {
            Path here = folder;
            if (HOLDS.stream().anyMatch(each -> Files.exists(here.resolve(each)))) {
                best = folder;
            }
            if (Files.exists(folder.resolve(".git"))) {
                break;
            }
            steps++;
        }
        return best;
    }
}
