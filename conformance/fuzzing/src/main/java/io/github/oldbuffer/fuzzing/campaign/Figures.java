package io.github.oldbuffer.fuzzing.campaign;

/**
 * Where a campaign stands.
 *
 * @param executions inputs that were run, of all processes
 * @param rejected how many of them stand for nothing
 * @param unsupported how many the implementation does not support
 * @param avoided how many were not run because their calls kill
 * @param behaviours combinations that were seen, of the process that has seen most
 * @param coverage pieces of Java code and behaviours that the fuzzer counts, of the process that has most
 * @param corpus files
 * @param leads different ones
 * @param deaths of fuzzing processes
 * @param seconds since the beginning
 * @param running seconds since the first execution was seen: starting takes some, which are no measure of speed
 */
public record Figures(
        long executions,
        long rejected,
        long unsupported,
        long avoided,
        long behaviours,
        long coverage,
        long corpus,
        int leads,
        int deaths,
        double seconds,
        double running) {

    /** Executions a second, once there were any. */
    public double speed() {
        return running > 0 ? executions / running : 0;
    }

    /** Whether any input got as far as an implementation. */
    public boolean ranAny() {
        return executions > rejected + avoided;
    }
}
