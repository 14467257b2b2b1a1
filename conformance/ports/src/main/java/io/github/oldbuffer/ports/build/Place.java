package io.github.oldbuffer.ports.build;

import java.nio.file.Path;

/**
 * Where something is written.
 *
 * @param file absolute
 * @param line from 1
 */
public record Place(Path file, int line) {

    public Place {
        file = file.toAbsolutePath().normalize();
        line = Math.max(1, line);
    }
}
