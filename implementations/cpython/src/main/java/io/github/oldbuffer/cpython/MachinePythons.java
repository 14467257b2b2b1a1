package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Pythons of this machine: those that {@code OLDBUFFER_PYTHONS} names, or else those of pyenv and on the {@code PATH}.
 *
 * @param environment as {@link System#getenv()} gives it
 */
public record MachinePythons(Map<String, String> environment) {

    private static final Pattern NAME = Pattern.compile("python3(\\.\\d+)?");

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Executables, each interpreter once; PyPy and versions that the kit does not know may be among them. */
    public List<Path> executables() {
        String named = environment.getOrDefault("OLDBUFFER_PYTHONS", "");
        if (!named.isBlank()) {
            return Stream.of(named.split(File.pathSeparator))
                    .filter(each -> !each.isBlank())
                    .map(Path::of)
                    .toList();
        }
        Set<Path> seen = new LinkedHashSet<>();
        List<Path> found = new ArrayList<>();
        for (Path each : Stream.concat(pyenv().stream(), onPath().stream()).toList()) {
            if (seen.add(real(each))) {
                found.add(each);
            }
        }
        return found;
    }

    /**
     * The first of a version.
     *
     * @param series such as {@code 3.11}
     */
    public Optional<Path> ofSeries(String series) {
        Map<Path, String> versions = new HashMap<>();
        return executables().stream()
                .filter(each ->
                        versions.computeIfAbsent(each, MachinePythons::series).equals(series))
                .findFirst();
    }

    private static String series(Path executable) {
        String question = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])";
        try {
            Command.Result result = Command.run(List.of(executable.toString(), "-I", "-c", question), LIMIT);
            return result.output().strip().replaceFirst("^cpython ", "");
        } catch (IOException gone) {
            return "";
        }
    }

    private List<Path> pyenv() {
        String root = environment.getOrDefault(
                "PYENV_ROOT", Path.of(System.getProperty("user.home"), ".pyenv").toString());
        return in(Path.of(root, "versions"), ".*").stream()
                .map(version -> version.resolve("bin").resolve("python3"))
                .filter(MachinePythons::isProgram)
                .toList();
    }

    private List<Path> onPath() {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                // pyenv's stand-ins say that no version is chosen
                .filter(folder -> !folder.isEmpty() && !folder.endsWith("shims"))
                .flatMap(folder -> in(Path.of(folder), NAME.pattern()).stream())
                .filter(MachinePythons::isProgram)
                .toList();
    }

    /** What lies in a folder under such names, in the order of numbers; nothing where there is no folder. */
    private static List<Path> in(Path folder, String names) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches(names))
                    .sorted((one, other) -> padded(one).compareTo(padded(other)))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** So that 3.9 comes before 3.10. */
    private static String padded(Path file) {
        return Pattern.compile("\\d+")
                .matcher(file.getFileName().toString())
                .replaceAll(number -> "0".repeat(Math.max(0, 4 - number.group().length())) + number.group());
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file;
        }
    }
}
