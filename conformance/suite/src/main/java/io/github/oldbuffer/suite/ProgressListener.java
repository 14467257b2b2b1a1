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

    /** So many more of a clause's tries are done, or known from an earlier part of the run. */
    default void tried(String clause, long tries) {}

    /** All of a clause's tries are done. */
    default void settled(String clause) {}
}
