package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.fuzzing.targets.FuzzTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a campaign is to do.
 *
 * @param implementations ids, as many as the target runs
 * @param duration at least a second
 * @param corpus the folder of inputs, there already
 * @param session the folder for what processes leave behind, there already
 * @param processes how many at once, at least 1
 * @param nativeCoverage whether the fuzzer is to see which C code of a port runs
 */
public record CampaignPlan(
        FuzzTarget target,
        List<String> implementations,
        Duration duration,
        Path corpus,
        Path session,
        int processes,
        boolean nativeCoverage) {
    public CampaignPlan {
        implementations = List.copyOf(implementations);
    }
}
