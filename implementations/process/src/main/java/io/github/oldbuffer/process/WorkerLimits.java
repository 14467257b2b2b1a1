package io.github.oldbuffer.process;

import java.time.Duration;

/**
 * How long the kit waits for a worker, and how much it lets it take.
 *
 * @param scenario for one scenario; generous, since no verdict may depend on speed
 * @param start from the start of the process until it begins its first batch
 * @param deaths how many workers in a row may die before running anything
 * @param memory bytes that a worker may have touched; more than any scenario needs, and less than a machine has
 */
public record WorkerLimits(Duration scenario, Duration start, int deaths, long memory) {

    private static final long FOUR_GIB = 4L << 30;

    /** 10 seconds a scenario, a minute to start, 50 deaths, 4 GiB. */
    public static final WorkerLimits DEFAULT = new WorkerLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), 50);

    /** Limits with 4 GiB of memory. */
    public WorkerLimits(Duration scenario, Duration start, int deaths) {
        this(scenario, start, deaths, FOUR_GIB);
    }

    public WorkerLimits withScenario(Duration limit) {
        return new WorkerLimits(limit, start, deaths, memory);
    }

    public WorkerLimits withStart(Duration limit) {
        return new WorkerLimits(scenario, limit, deaths, memory);
    }

    public WorkerLimits withMemory(long bytes) {
        return new WorkerLimits(scenario, start, deaths, bytes);
    }
}
