package example;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A broken runtime fails, and the clause is named. */
class BrokenRuntimeTests {

    @Test
    void a_broken_runtime_fails_by_clause() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(BrokenRuntimeConformance.class))
                                .build(),
                        listener);
        List<String> failed = listener.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName().split(" ")[0])
                .toList();
        assertTrue(failed.containsAll(List.of("CHAR-1", "READ-1", "WRITE-1")), failed.toString());
        assertFalse(failed.contains("CHECK-3"), failed.toString());
    }
}
