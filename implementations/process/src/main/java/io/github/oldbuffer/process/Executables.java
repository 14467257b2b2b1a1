package io.github.oldbuffer.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the file that a command's first word means. */
public final class Executables {

    private Executables() {}

    /**
     * The executable that a name means, as a shell finds it: a name with a slash is a path, any other is looked for in
     * {@code $PATH}.
     *
     * @param environment as {@link System#getenv()} gives it
     * @return an absolute path, not resolved further: a virtual environment knows itself by the path of its link; empty
     *     where there is no executable file of that name
     */
    public static Optional<Path> find(String name, Map<String, String> environment) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Stream<Path> places = name.contains("/")
                ? Stream.of(Path.of(name))
                : Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name));
        return places.filter(place -> Files.isRegularFile(place) && Files.isExecutable(place))
                .findFirst()
                .map(Path::toAbsolutePath);
    }
}
