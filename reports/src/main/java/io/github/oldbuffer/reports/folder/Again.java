package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.implementation.Identity;
import java.util.List;
import java.util.stream.Collectors;

/** How a reader sees what a report shows with his own eyes. */
final class Again {

    /** Ports have names and no ids that the command line knows: what they replace stands in for them. */
    private static final String PORT = "port:";

    private static final String REPLACED = "cpython";

    private Again() {}

    /** A paragraph about the programs beside a witness; empty where there are none. */
    static String programs(Exhibit exhibit) {
        return exhibit.files().isEmpty()
                ? ""
                : "Without the kit: `" + String.join("`, `", exhibit.files().keySet())
                        + "`; the first comment of a program says how to run it.\n\n";
    }

    /** The command that replays a witness, without the end of its line. */
    static String replay(String witness, List<Identity> implementations) {
        boolean port = implementations.stream().anyMatch(each -> each.id().startsWith(PORT));
        return (port ? "What CPython's own functions do:" : "See it again:") + "\n\n    ./conform replay "
                + ShellWord.of(witness)
                + implementations.stream()
                        .map(Identity::id)
                        .map(id -> id.startsWith(PORT) ? REPLACED : id)
                        .distinct()
                        .map(id -> " -i " + ShellWord.of(id))
                        .collect(Collectors.joining());
    }
}
