package io.github.oldbuffer.suite;

import io.github.oldbuffer.suite.properties.ConformanceSuite;
import io.github.oldbuffer.suite.properties.Trial;

/**
 * The suite as the kit itself runs it.
 *
 * <p>jqwik makes the instances and takes no arguments for them, so the trial waits in a thread-local while the launcher
 * runs on the same thread, and is taken away again behind it.
 */
final class KitSuite implements ConformanceSuite {

    private static final ThreadLocal<Trial> HANDED_OVER = new ThreadLocal<>();

    private final Trial trial = HANDED_OVER.get();

    /** Runs something during which instances that this thread makes get the trial. */
    static void withTrial(Trial trial, Runnable launch) {
        HANDED_OVER.set(trial);
        try {
            launch.run();
        } finally {
            HANDED_OVER.remove();
        }
    }

    @Override
    public Trial trial() {
        return trial;
    }
}
