package io.github.oldbuffer.process;

import java.time.Duration;

/**
 * How long the kit waits for a worker.
 *
 * @param scenario for one scenario; generous, since no verdict may depend on speed
 * @param start from the start of the process until it begins its first batch
 * @param deaths how many workers in a row may die before running anything
 */
public record WorkerLimits(Duration scenario, Duration start, int deaths) {

    /** 10 seconds a scenario, a minute to start, 50 deaths. */
    public static final WorkerLimits DEFAULT = new WorkerLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), 50);

    public WorkerLimits withScenario(Duration limit) {
        return new WorkerLimits(limit, start, deaths);
    }
}
