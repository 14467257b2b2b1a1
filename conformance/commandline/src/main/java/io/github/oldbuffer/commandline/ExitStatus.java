package io.github.oldbuffer.commandline;

/** What the process returns to its caller. */
final class ExitStatus {

    /** Everything judged conforms; known deviations are allowed. */
    static final int CONFORMS = 0;

    /** Something does not conform. */
    static final int DEVIATES = 1;

    /** Something could not be judged: an implementation did not start, a clause was not exercised. */
    static final int NOT_JUDGED = 2;

    /** The command line, or a file it names, is not what it should be. */
    static final int USAGE = 64;

    private ExitStatus() {}

    /** The status of two things done in one command: a deviation outweighs what could not be judged. */
    static int worse(int one, int other) {
        return one == DEVIATES || other == DEVIATES ? DEVIATES : Math.max(one, other);
    }
}
