package io.github.oldbuffer.ports.generate;

import java.nio.file.Path;
import java.util.List;

/**
 * A source that was written by a program out of another one.
 *
 * @param origin the user's file
 * @param source what was written
 * @param command that wrote it; its last word but one is the source, its last one the origin
 */
public record Generation(Path origin, Path source, List<String> command) {

    public Generation {
        command = List.copyOf(command);
    }

    /** The command that writes into the current folder, to a file of the same name. */
    public List<String> commandHere() {
        return command.stream()
                .map(word -> word.equals(source.toString())
                        ? name()
                        : word.equals(source.getParent().toString()) ? "." : word)
                .toList();
    }

    /** The file's name, without its folder. */
    public String name() {
        return source.getFileName().toString();
    }
}
