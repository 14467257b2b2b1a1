package io.github.oldbuffer.commandline.port;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Does something again whenever files change, or others beside them that sources may include.
 *
 * @param files absolute
 */
record Watch(List<Path> files, PrintWriter err) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private static final String BESIDE = ".*\\.(c|cc|cpp|cxx|h|hh|hpp|hxx|inc|inl|pyx|pxd|pxi|i)";

    /** Until the thread is interrupted; returns what the last time gave. */
    int run(IntSupplier judging) {
        while (true) {
            Set<String> before = state();
            int status = judging.getAsInt();
            err.println("watching " + files.get(0).getFileName() + (files.size() > 1 ? " and others" : "")
                    + "; Ctrl-C ends it");
            try {
                while (state().equals(before)) {
                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return status;
            }
        }
    }

    /** What tells whether something was saved: names and times. */
    private Set<String> state() {
        Set<String> state = new TreeSet<>();
        for (Path folder : files.stream().map(Path::getParent).distinct().toList()) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> files.contains(file)
                                || file.getFileName().toString().matches(BESIDE))
                        .forEach(file -> state.add(file + " " + time(file)));
            } catch (IOException gone) {
                state.add(folder + " is gone");
            }
        }
        return state;
    }

    private static String time(Path file) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            return time + " " + Files.size(file);
        } catch (IOException gone) {
            return "gone";
        }
    }
}
