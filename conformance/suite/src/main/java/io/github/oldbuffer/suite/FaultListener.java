package io.github.oldbuffer.suite;

import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Counts the properties that ended, and keeps the first failure that is no deviation. */
final class FaultListener implements TestExecutionListener {

    private int properties;
    private Throwable first;

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest()) {
            properties++;
        }
        Throwable failure = result.getThrowable().orElse(null);
        if (first == null && failure != null && !(failure instanceof DeviationError)) {
            first = failure;
        }
    }

    int properties() {
        return properties;
    }

    Optional<Throwable> first() {
        return Optional.ofNullable(first);
    }
}
