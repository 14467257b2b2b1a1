package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.results.Run;

/** What the process returns to its caller. */
public final class ExitStatus {

    /** Everything judged conforms; known deviations are allowed. */
    public static final int CONFORMS = 0;

    /** Something does not conform. */
    public static final int DEVIATES = 1;

    /** Something could not be judged: an implementation did not start, a clause was not exercised. */
    public static final int NOT_JUDGED = 2;

    /** The command line, or a file it names, is not what it should be. */
    public static final int USAGE = 64;

    private ExitStatus() {}

    /** The status of a run by itself. */
    public static int of(Run run) {
        return run.deviates() ? DEVIATES : run.complete() ? CONFORMS : NOT_JUDGED;
    }

    /** The status of two things done in one command: a deviation outweighs what could not be judged. */
    public static int worse(int one, int other) {
        return one == DEVIATES || other == DEVIATES ? DEVIATES : Math.max(one, other);
    }
}
