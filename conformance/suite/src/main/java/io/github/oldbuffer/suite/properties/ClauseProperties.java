package io.github.oldbuffer.suite.properties;

import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Properties of clauses: each takes a scenario about its clause and hands it to the trial. */
@AddLifecycleHook(TrialHook.class)
public interface ClauseProperties {

    /** The trial of the property under way; asked for many times, and always the same. */
    Trial trial();
}
