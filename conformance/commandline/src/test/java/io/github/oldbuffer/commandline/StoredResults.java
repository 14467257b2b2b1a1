package io.github.oldbuffer.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The results that a command left in a folder. */
final class StoredResults {

    private StoredResults() {}

    /** The text of {@code results.json} without what differs from one run to the next: when, and how long. */
    static String unmeasured(Path folder) throws IOException {
        return Files.readString(folder.resolve("results.json")).replaceAll("\"(started|millis)\": [^\n]+", "");
    }
}
