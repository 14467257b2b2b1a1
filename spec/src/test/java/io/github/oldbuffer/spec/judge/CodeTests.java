package io.github.oldbuffer.spec.judge;

import static io.github.oldbuffer.spec.judge.Answer.TYPE_ERROR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.facts.Exporters;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Raised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses 1, 2, 3 and 6 of each function, and WRITE-13: what is returned, and what is raised. */
class CodeTests {

    private static final Raised DERIVED = new Raised("DerivedTypeError", true, "");

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause1AsksForZero(Function function) {
        String clause = function + "-1";
        Play.with(Objects.WRITABLE).call(function).holds(clause);
        Play.with(Objects.EMPTY).call(function).holds(clause);
        Play.with(Exporters.nullBuffer(0)).call(function).holds(clause);
        Play.with(Objects.WRITABLE)
                .call(function, answer -> answer.failed(TYPE_ERROR))
                .violates(clause, "returned -1 with TypeError, not 0", 1);
        Play.with(Objects.WRITABLE).call(function, answer -> answer.code(4)).violates(clause, "returned 4, not 0", 1);
        Play.with(Objects.STRIDED).call(function).saysNothingAbout(clause);
        Play.with(Objects.EMPTY_ODD).call(function).saysNothingAbout(clause);
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause1LooksAtItsOwnFunction(Function function) {
        Play play = Play.with(Objects.WRITABLE);
        for (Function other : Function.values()) {
            if (other != function) {
                play.call(other);
            }
        }
        play.saysNothingAbout(function + "-1");
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause2AsksForMinusOne(Function function) {
        String clause = function + "-2";
        Play.with(Objects.NOTHING).call(function).holds(clause);
        Play.with(Objects.STRIDED).call(function).holds(clause);
        Play.with(Objects.NOTHING)
                .call(function, answer -> answer.code(0).raised(null))
                .violates(clause, "returned 0, not -1", 1);
        Play.with(Objects.NOTHING).call(function, answer -> answer.code(-2)).violates(clause, "returned -2, not -1", 1);
        Play.with(Objects.STRIDED).call(function, answer -> answer.code(1)).violates(clause, "returned 1, not -1", 1);
        Play.with(Objects.WRITABLE).call(function).saysNothingAbout(clause);
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void whatIsLeftOpenIsZeroOrMinusOneAndNothingElse(Function function) {
        String clause = function + "-2";
        Play.with(Objects.EMPTY_ODD).call(function).holds(clause);
        Play.with(Objects.EMPTY_ODD, true).call(function).saysNothingAbout(clause);
        Play.with(Objects.EMPTY_ODD).call(function, answer -> answer.code(1)).violates(clause, "returned 1, not -1", 1);
    }

    @Test
    void clause2LeavesReadOnlyMemoryToWrite13AndRefusedMemoryToNobody() {
        Play.with(Objects.READ_ONLY)
                .call(Function.WRITE, answer -> answer.succeeded(1, 2, 3, 4))
                .saysNothingAbout("WRITE-2");
        Play.with(Exporters.refusing(true))
                .call(Function.WRITE, answer -> answer.succeeded(0, 1, 2, 3, 4, 5, 6, 7))
                .violates("WRITE-2", "returned 0, not -1", 1);
        Play.with(Exporters.refusing(false))
                .call(Function.READ, answer -> answer.succeeded(0, 1, 2, 3, 4, 5, 6, 7))
                .violates("READ-2", "returned 0, not -1", 1);
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause3AsksForATypeError(Function function) {
        String clause = function + "-3";
        Play.with(Objects.NOTHING).call(function).holds(clause);
        Play.with(Objects.NOTHING)
                .call(function, answer -> answer.raised(DERIVED))
                .holds(clause);
        Play.with(Objects.EMPTY_ODD).call(function).holds(clause);
        Play.with(Objects.NOTHING)
                .call(function, answer -> answer.raised(null))
                .violates(clause, "failed without an exception", 1);
        Play.with(Objects.STRIDED)
                .call(function, answer -> answer.raised(Answer.BUFFER_ERROR))
                .violates(clause, "failed with BufferError, not TypeError", 1);
        Play.with(Objects.WRITABLE).call(function).saysNothingAbout(clause);
        Play.with(Objects.WRITABLE).call(function, answer -> answer.code(3)).saysNothingAbout(clause);
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause3HoldsForFailuresThatHaveAnotherCode(Function function) {
        assertEquals(
                Map.of(
                        function + "-2", List.of("returned 1, not -1"),
                        function + "-3", List.of("failed with BufferError, not TypeError")),
                Play.with(Objects.STRIDED)
                        .call(function, answer -> answer.code(1).raised(Answer.BUFFER_ERROR))
                        .symptoms());
    }

    @ParameterizedTest
    @EnumSource(value = Function.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECK")
    void clause6AsksForASingleSegment(Function function) {
        String clause = function + "-6";
        Play.with(Objects.STRIDED).call(function).holds(clause);
        Play.with(Objects.STRIDED)
                .call(function, answer -> answer.succeeded(1, 2))
                .violates(clause, "succeeded on strided memory", 1);
        Play.with(Exporters.shaped(8, new Geometry(0, 1, null, List.of(4L), null, true)))
                .call(function, answer -> answer.succeeded(1, 2))
                .violates(clause, "succeeded on indirect memory", 1);
        Play.with(Objects.WRITABLE).call(function).saysNothingAbout(clause);
        Play.with(Objects.NOTHING).call(function).saysNothingAbout(clause);
        Play.with(Objects.EMPTY_ODD).call(function).saysNothingAbout(clause);
    }

    @Test
    void write13AsksForWritableMemory() {
        Play.with(Objects.READ_ONLY).call(Function.WRITE).holds("WRITE-13");
        Play.with(Objects.READ_ONLY)
                .call(Function.WRITE, answer -> answer.succeeded(1, 2, 3, 4))
                .violates("WRITE-13", "succeeded on read-only memory", 1);
        Play.with(Objects.view(Objects.READ_ONLY, new Slice(null, 0L, 2)))
                .call(Function.WRITE, answer -> answer.succeeded())
                .violates("WRITE-13", "succeeded on read-only memory", 1);
        Play.with(Objects.READ_ONLY).call(Function.READ).saysNothingAbout("WRITE-13");
        Play.with(Objects.WRITABLE).call(Function.WRITE).saysNothingAbout("WRITE-13");
        Play.with(Exporters.refusing(true)).call(Function.WRITE).saysNothingAbout("WRITE-13");
        Play.with(Objects.view(Objects.READ_ONLY, new Slice(null, null, 2)))
                .call(Function.WRITE)
                .saysNothingAbout("WRITE-13");
    }
}
