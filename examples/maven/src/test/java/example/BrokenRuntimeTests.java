package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A broken runtime fails, and the clause is named. */
class BrokenRuntimeTests {

    @Test
    void a_broken_runtime_fails_by_clause() {
        List<String> failed = EngineTestKit.engine("jqwik")
                .selectors(DiscoverySelectors.selectClass(BrokenRuntimeConformance.class))
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getTestDescriptor().getDisplayName().split(" ")[0])
                .collect(Collectors.toUnmodifiableList());
        assertTrue(failed.containsAll(List.of("CHAR-1", "READ-1", "WRITE-1")), failed.toString());
        assertEquals(List.of(), failed.stream().filter("CHECK-3"::equals).toList());
    }
}
