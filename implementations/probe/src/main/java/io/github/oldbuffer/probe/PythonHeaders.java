package io.github.oldbuffer.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What tells the headers of one Python from those of another. */
final class PythonHeaders {

    private static final List<String> TELLING = List.of("patchlevel.h", "pyconfig.h");

    private PythonHeaders() {}

    /** The texts of the headers that name the version and the build. */
    static List<String> identity(List<Path> includes) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path folder : includes) {
            for (String name : TELLING) {
                Path header = folder.resolve(name);
                if (Files.exists(header)) {
                    texts.add(Files.readString(header));
                }
            }
        }
        return texts;
    }
}
