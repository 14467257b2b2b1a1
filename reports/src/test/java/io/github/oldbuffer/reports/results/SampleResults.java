package io.github.oldbuffer.reports.results;

import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Crash;
import io.github.oldbuffer.reports.results.Run.Difference;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.Stale;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.implementation.Identity;
import java.util.List;

/** Results in which every kind of finding occurs. */
public final class SampleResults {

    private SampleResults() {}

    public static Results withEverything() {
        return new Results(
                Results.SCHEMA, new Results.Kit("0.1.0", 42, 1000), List.of(conforming(), withEveryKindOfFinding()));
    }

    private static Run conforming() {
        return new Run(
                new Identity("model", "Model", "1"),
                true,
                1000,
                0,
                List.of(new ClauseResult("READ-1", "contract", Overall.HOLDS, 1000, List.of(), List.of())),
                List.of(),
                List.of(),
                List.of());
    }

    private static Run withEveryKindOfFinding() {
        return new Run(
                new Identity("cpython:/opt/python3.6", "CPython", "3.6.15"),
                false,
                2000,
                7,
                List.of(
                        new ClauseResult(
                                "READ-3",
                                "contract",
                                Overall.VIOLATED,
                                600,
                                List.of(),
                                List.of(
                                        new ViolationResult(
                                                "BufferError instead of TypeError",
                                                "PyObject_AsReadBuffer raised BufferError",
                                                true,
                                                "CPython lets the exporter's exception through",
                                                "deviations/READ-3-buffererror/witness.json"),
                                        new ViolationResult(
                                                "no exception",
                                                "none was set",
                                                false,
                                                null,
                                                "deviations/x/witness.json"))),
                        new ClauseResult("NEW-5", "implied", Overall.NOT_EXERCISED, 3, List.of("a mmap"), List.of())),
                List.of(new Crash(
                        "CRASHED",
                        "SIGSEGV",
                        "CHECK-2",
                        "CRASHED (SIGSEGV) in PyObject_CheckReadBuffer",
                        false,
                        null,
                        "deviations/CHECK-2-crashed/witness.json")),
                List.of(new Difference("another message", "deviations/y/witness.json")),
                List.of(new Stale("CHAR-3", "an old one")));
    }
}
