package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.VersionRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** The suite as its users run it: a class of theirs on the JUnit Platform. */
class OldBufferConformanceTests {

    @Test
    void eachClauseIsATestThatTheModelPasses() {
        Map<String, TestExecutionResult> results = run(ModelConformance.class);

        assertEquals(Clauses.all().size(), results.size());
        results.forEach((name, result) -> assertEquals(Status.SUCCESSFUL, result.getStatus(), () -> name + result));
        assertTrue(results.keySet().stream().anyMatch("READ-6 (contract): only a single segment will do"::equals));
    }

    @Test
    void aFailureIsWrittenForTheImplementer() {
        Map<String, TestExecutionResult> results = run(WrongConformance.class);
        List<String> failed = results.entrySet().stream()
                .filter(result -> result.getValue().getStatus() == Status.FAILED)
                .map(result -> result.getKey().split(" ")[0])
                .toList();
        Throwable failure = results.get("READ-5 (contract): length is in bytes")
                .getThrowable()
                .orElseThrow();

        assertTrue(failed.contains("READ-5"), failed::toString);
        assertTrue(failure instanceof DeviationError, failure::toString);
        for (String part : List.of("READ-5 (contract) asks: ", "symptom: ", "reason: ", "look at: ", "\"steps\"")) {
            assertTrue(failure.getMessage().contains(part), failure::getMessage);
        }
        assertEquals(
                2,
                ((DeviationError) failure).finding().shown().scenario().steps().size());
    }

    @Test
    void aPropertyThatProvesNothingFails() {
        TestExecutionResult result = run(SilentConformance.class).get("READ-5 (contract): length is in bytes");

        assertEquals(Status.FAILED, result.getStatus());
        assertTrue(
                result.getThrowable()
                        .orElseThrow()
                        .getMessage()
                        .startsWith("READ-5: not exercised, so nothing is proved; its scenarios lacked: "),
                result::toString);
    }

    @Test
    void whatHasLittleIsHeldToWhatItHas() {
        Map<String, TestExecutionResult> results = run(LimitedConformance.class);

        for (String name : List.of("READ-1", "READ-2", "CHECK-3")) {
            TestExecutionResult result = results.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(name + " "))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            assertEquals(Status.SUCCESSFUL, result.getStatus(), result::toString);
        }
    }

    @Test
    void aStaleEntryFailsItsClause() {
        Map<String, TestExecutionResult> results = run(StaleConformance.class);

        List<String> failed = results.entrySet().stream()
                .filter(result -> result.getValue().getStatus() == Status.FAILED)
                .map(result -> result.getKey().split(" ")[0])
                .toList();
        // an entry about a death has no clause: the first one about its function tells
        assertEquals(List.of("READ-5", "WRITE-1"), failed);
        results.values()
                .forEach(result -> result.getThrowable()
                        .ifPresent(
                                failure -> assertTrue(failure.getMessage().contains("is stale"), failure::getMessage)));
    }

    @Test
    void anImplementationThatCannotBeOpenedSaysWhy() {
        TestExecutionResult result = run(UnavailableConformance.class).get("READ-5 (contract): length is in bytes");

        assertEquals(
                "there is no Python here", result.getThrowable().orElseThrow().getMessage());
    }

    static class ModelConformance extends OldBufferConformance {
        @Override
        protected Implementation open() throws UnavailableException {
            return ModelImplementation.lawful();
        }

        @Override
        protected SuiteOptions options() {
            return new SuiteOptions(200, 1, List.of());
        }
    }

    static final class WrongConformance extends ModelConformance {
        @Override
        protected Implementation open() {
            return Distorted.calls((call, called) -> call.function() == Function.READ && called.length() != null
                    ? Distorted.withLength(called, called.length() + 1)
                    : called);
        }
    }

    static final class SilentConformance extends ModelConformance {
        @Override
        protected Implementation open() {
            return Distorted.by((scenario, transcript) -> Transcript.completed(List.of()));
        }
    }

    static final class LimitedConformance extends ModelConformance {
        @Override
        protected Implementation open() {
            return new Limited();
        }
    }

    static final class StaleConformance extends ModelConformance {
        @Override
        protected KnownDeviations known() {
            return new KnownDeviations(List.of(
                    entry("PyObject_AsReadBuffer", Optional.of("READ-5"), "counts wrongly"),
                    entry("PyObject_AsWriteBuffer", Optional.empty(), "CRASHED (SIGSEGV) in PyObject_AsWriteBuffer")));
        }

        private static KnownDeviation entry(String function, Optional<String> clause, String symptom) {
            return new KnownDeviation(
                    "model",
                    VersionRange.ALL,
                    Optional.empty(),
                    function,
                    clause,
                    List.of(symptom),
                    Set.of(),
                    "mended long ago",
                    new Scenario(List.of()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    static final class UnavailableConformance extends ModelConformance {
        @Override
        protected Implementation open() throws UnavailableException {
            throw new UnavailableException("there is no Python here");
        }
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
}
