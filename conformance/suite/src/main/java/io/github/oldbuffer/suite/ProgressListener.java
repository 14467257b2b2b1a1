package io.github.oldbuffer.suite;

/** Is told how far a run has come, on the thread of the run. */
public interface ProgressListener {

    /** Does nothing. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * The run begins.
     *
     * @param clauses how many it is about
     * @param tries how many each of them has
     */
    default void begins(int clauses, int tries) {}

    /** A clause got one more of its tries; tries that are repeated, and shrinking, are not told. */
    default void tried(String clause) {}

    /** A clause's tries are known from an earlier part of the run. */
    default void remembered(String clause, long tries) {}

    /** Everything about a clause is found. */
    default void settled(String clause) {}
}
