package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The clauses of a call as their users run them: a class of theirs on the JUnit Platform. */
class CallConformanceTests {

    @Test
    void eachClauseIsATestThatARightFunctionPasses() {
        Map<String, TestExecutionResult> results = run(Right.class);
        assertEquals(13, results.size());
        results.forEach((name, result) -> assertEquals(
                name.startsWith("USE-11") ? Status.ABORTED : Status.SUCCESSFUL,
                result.getStatus(),
                () -> name + result));
    }

    @Test
    void aFaultFailsTheTestOfItsClause() {
        Map<String, TestExecutionResult> results = run(Keeping.class);
        List<String> failed = results.entrySet().stream()
                .filter(result -> result.getValue().getStatus() == Status.FAILED)
                .map(result -> result.getKey().split(":")[0])
                .toList();
        assertTrue(failed.contains("USE-6"), failed.toString());
        String message = message(results, "USE-6: every view is released exactly once");
        for (String part : List.of("kept(_)", "Every view acquired is released", "never released", "still held")) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(
                Status.SUCCESSFUL,
                results.get("USE-8: read-only memory is never written").getStatus());
    }

    @Test
    void whatIsNoCallIsSaid() {
        String message = message(run(Model.class), "USE-1: the same bytes give the same result");
        assertTrue(message.contains("model is no function that takes memory"), message);
    }

    private static String message(Map<String, TestExecutionResult> results, String name) {
        return results.get(name).getThrowable().orElseThrow().getMessage();
    }

    private static Map<String, TestExecutionResult> run(Class<?> conformance) {
        Map<String, TestExecutionResult> results = new TreeMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(conformance))
                                .filters(EngineFilter.includeEngines("jqwik"))
                                .configurationParameter("jqwik.database", "")
                                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                                if (identifier.isTest()) {
                                    results.put(identifier.getDisplayName(), result);
                                }
                            }
                        });
        return results;
    }

    private static Path interpreter() {
        try {
            return TestModule.python().executable();
        } catch (Exception missing) {
            throw new AssertionError(missing);
        }
    }

    private abstract static class WithTheTestsPython extends CallConformance {
        @Override
        protected Path python() {
            return interpreter();
        }
    }

    static class Right extends WithTheTestsPython {
        @Override
        protected String id() {
            return "call:zlib.crc32(_)";
        }
    }

    static class Keeping extends WithTheTestsPython {
        @Override
        protected String id() {
            return "call:kept(_)";
        }

        @Override
        protected String setup() {
            return "import sys\ndef kept(data):\n sys.modules.setdefault('kept', []).append(memoryview(data))\n return 0";
        }
    }

    static class Model extends WithTheTestsPython {
        @Override
        protected String id() {
            return "model";
        }
    }
}
