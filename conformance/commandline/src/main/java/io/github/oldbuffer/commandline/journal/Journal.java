package io.github.oldbuffer.commandline.journal;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.RunJournal;
import java.util.List;
import java.util.Optional;

/**
 * A journal, read.
 *
 * @param began the implementations that were started, as they introduced themselves
 * @param ended the properties that ended, in the order in which they did
 * @param bytes how much of the file this is; a last line that was torn off lies behind it
 */
record Journal(JournalHeader header, List<Identity> began, List<Ended> ended, long bytes) {
    Journal {
        began = List.copyOf(began);
        ended = List.copyOf(ended);
    }

    /**
     * A property that ended.
     *
     * @param implementation id
     */
    record Ended(String implementation, RunJournal.Entry entry) {}

    Optional<Identity> began(String implementation) {
        return began.stream()
                .filter(identity -> identity.id().equals(implementation))
                .findFirst();
    }

    List<RunJournal.Entry> ended(String implementation, int round) {
        return ended.stream()
                .filter(ended -> ended.implementation().equals(implementation)
                        && ended.entry().round() == round)
                .map(Ended::entry)
                .toList();
    }
}
