package io.github.oldbuffer.commandline.journal;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.ThemeResult;
import java.util.List;
import java.util.Optional;

/**
 * A journal, read.
 *
 * @param began the implementations that were started, as they introduced themselves
 * @param ended the themes of which all scenarios have run, in the order in which they did
 */
record Journal(JournalHeader header, List<Identity> began, List<Ended> ended) {
    Journal {
        began = List.copyOf(began);
        ended = List.copyOf(ended);
    }

    /**
     * A theme of which all scenarios have run.
     *
     * @param implementation id
     */
    record Ended(String implementation, ThemeResult result) {}

    Optional<Identity> began(String implementation) {
        return began.stream()
                .filter(identity -> identity.id().equals(implementation))
                .findFirst();
    }

    Optional<ThemeResult> ended(String implementation, String theme) {
        return ended.stream()
                .filter(ended -> ended.implementation().equals(implementation)
                        && ended.result().theme().equals(theme))
                .map(Ended::result)
                .findFirst();
    }
}
