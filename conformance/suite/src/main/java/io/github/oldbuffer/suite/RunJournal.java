package io.github.oldbuffer.suite;

import java.util.List;

/**
 * Keeps what a run finds as it finds it, and knows what an earlier part of the same run found.
 *
 * <p>What a property finds depends on nothing but its scenarios and on what was found before it, so a run that takes the
 * journal's word for the first properties ends like one that was never interrupted.
 */
public interface RunJournal {

    /** Remembers nothing. */
    RunJournal NONE = new RunJournal() {
        @Override
        public List<Entry> past(int round) {
            return List.of();
        }

        @Override
        public void add(Entry entry) {
            // nobody will ask for it
        }
    };

    /**
     * A property that has ended.
     *
     * @param round from 1 on
     * @param found what was added to the run's findings during it, in this order
     */
    record Entry(int round, ExecutionEnd end, List<Deviation> found) {
        public Entry {
            found = List.copyOf(found);
        }
    }

    /** The properties that ended in an earlier part of this run, in the order in which they did. */
    List<Entry> past(int round);

    /** A property has ended. */
    void add(Entry entry);
}
