package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.Label;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import org.opentest4j.TestAbortedException;

/**
 * The clauses of functions that take memory as a test class: extend it, name a call, and each clause is a test.
 *
 * <p>The function is judged once for each test class.
 */
public abstract class CallConformance {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The call, as an id: {@code call:zlib.crc32(_)}. */
    protected abstract String id();

    /** Code of Python that runs before each call. */
    protected String setup() {
        return "";
    }

    /** The interpreter that calls it; {@code null} for that of the virtual environment, or the {@code python3}. */
    protected Path python() {
        return null;
    }

    /** Folders in which modules are looked for first. */
    protected List<Path> paths() {
        return List.of();
    }

    /** Of what is drawn. */
    protected long seed() {
        return 1;
    }

    /** Whether memory of more than 4 GiB is offered as well. */
    protected boolean large() {
        return false;
    }

    /** Deviations that are on file, and so do not fail. */
    protected KnownDeviations known() {
        return KnownDeviations.NONE;
    }

    @Example
    @Label("USE-1: the same bytes give the same result")
    void sameBytes() {
        demand("USE-1");
    }

    @Example
    @Label("USE-2: what offers no memory ends in an exception or a result")
    void noMemory() {
        demand("USE-2");
    }

    @Example
    @Label("USE-3: scattered memory is refused, or taken item by item")
    void scattered() {
        demand("USE-3");
    }

    @Example
    @Label("USE-4: bytes count, not items")
    void bytesCount() {
        demand("USE-4");
    }

    @Example
    @Label("USE-5: an exporter that fails makes the function fail")
    void failingExporters() {
        demand("USE-5");
    }

    @Example
    @Label("USE-6: every view is released exactly once")
    void released() {
        demand("USE-6");
    }

    @Example
    @Label("USE-7: reference counts stay")
    void references() {
        demand("USE-7");
    }

    @Example
    @Label("USE-8: read-only memory is never written")
    void readOnly() {
        demand("USE-8");
    }

    @Example
    @Label("USE-9: memory is touched between acquisition and release only")
    void within() {
        demand("USE-9");
    }

    @Example
    @Label("USE-10: memory of length 0 does not crash")
    void empty() {
        demand("USE-10");
    }

    @Example
    @Label("USE-11: lengths beyond 2 GiB are not cut")
    void lengths() {
        demand("USE-11");
    }

    @Example
    @Label("USE-12: the object is free afterwards")
    void free() {
        demand("USE-12");
    }

    @Example
    @Label("no call kills the process")
    void noDeath() {
        fail(run(), finding -> finding.kind() == Kind.DEATH && finding.clause() == null, "No call kills the process.");
    }

    private void demand(String id) {
        Run run = run();
        fail(
                run,
                finding -> id.equals(finding.clause()),
                Clauses.find(id).orElseThrow().statement());
        ClauseResult result = run.clauses().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        switch (result.verdict()) {
            case NOT_APPLICABLE -> throw new TestAbortedException(id + " does not apply: " + result.why());
            case NOT_EXERCISED, DIED -> throw new AssertionError(id + " is not known to hold: " + result.why());
            default -> {}
        }
    }

    private static void fail(Run run, Predicate<Finding> about, String statement) {
        run.findings().stream()
                .filter(about)
                .filter(finding -> !finding.known())
                .findFirst()
                .ifPresent(finding -> {
                    throw new AssertionError(finding.function() + "\n  asked:   " + statement + "\n  symptom: "
                            + finding.symptom() + "\n  reason:  " + finding.reason());
                });
    }

    private Run run() {
        return Store.getOrCreate(getClass(), Lifespan.RUN, this::judged).get();
    }

    private Run judged() {
        try (Caller caller =
                Caller.start(WorkerSetting.prepare(PythonChoice.of(python(), System.getenv()), paths(), PATIENCE))) {
            return new CallJudge(caller, seed(), large(), known())
                    .judge(Call.of(id(), setup()))
                    .run();
        } catch (UnavailableException | CallException | IOException unusable) {
            throw new IllegalStateException(unusable.getMessage(), unusable);
        }
    }
}
