package io.github.oldbuffer.suite.properties;

import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Properties of clauses: each takes a scenario about its clause and hands it to the trial.
 *
 * <p>What a clause asks, where the document says it, and what to look at where it fails stand in {@code clauses.json} alone:
 * {@code ./conform explain READ-6}, and the message of a failure, say it. A label is a title.
 */
@AddLifecycleHook(TrialHook.class)
public interface ClauseProperties {

    /** The trial of the property under way; asked for many times, and always the same. */
    Trial trial();
}
