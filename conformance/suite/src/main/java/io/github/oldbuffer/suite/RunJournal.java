package io.github.oldbuffer.suite;

import java.util.Optional;

/**
 * Keeps what a run finds as it finds it, and knows what an earlier part of the same run found.
 *
 * <p>What a theme's scenarios show depends on nothing but them and on which calls had killed too often before, so a run
 * that takes the journal's word for the first themes ends like one that was never interrupted.
 */
public interface RunJournal {

    /** Remembers nothing. */
    RunJournal NONE = new RunJournal() {
        @Override
        public Optional<ThemeResult> past(String theme) {
            return Optional.empty();
        }

        @Override
        public void add(ThemeResult result) {
            // nobody will ask for it
        }
    };

    /** What an earlier part of this run found with a theme's scenarios. */
    Optional<ThemeResult> past(String theme);

    /** All scenarios of a theme have run. */
    void add(ThemeResult result);
}
