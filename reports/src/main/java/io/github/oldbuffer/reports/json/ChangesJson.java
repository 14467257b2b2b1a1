package io.github.oldbuffer.reports.json;

import io.github.oldbuffer.reports.compare.RunChange;
import java.util.List;

/** {@code changes.json}: what became different from one run to another, for programs. */
public final class ChangesJson {

    private static final String FORMAT = "oldbuffer-changes";
    private static final int VERSION = 1;

    private ChangesJson() {}

    private record Document(String format, int version, List<RunChange> changes) {}

    /** The text of the file. */
    public static String write(List<RunChange> changes) {
        return ResultsJson.text(new Document(FORMAT, VERSION, List.copyOf(changes))) + "\n";
    }
}
