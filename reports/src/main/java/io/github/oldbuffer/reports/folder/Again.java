package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.reports.words.ShellWord;
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
        List<String> ids = implementations.stream()
                .map(Identity::id)
                .filter(id -> !id.startsWith(PORT))
                .toList();
        boolean port = ids.size() < implementations.size();
        return (port ? "What CPython's own functions do:" : "See it again:") + "\n\n    ./conform replay "
                + ShellWord.of(witness)
                + (ids.isEmpty() ? List.of(REPLACED) : ids)
                        .stream().map(id -> " -i " + ShellWord.of(id)).collect(Collectors.joining());
    }
}
