package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** CHECK-1, CHECK-2 and CHECK-3: yes, no, and never an exception. */
class CheckTests {

    @Test
    void check1AsksForOne() {
        Play.with(Objects.READ_ONLY).call(Function.CHECK).holds("CHECK-1");
        Play.with(Objects.EMPTY).call(Function.CHECK).holds("CHECK-1");
        Play.with(Objects.READ_ONLY)
                .call(Function.CHECK, answer -> answer.code(0))
                .violates("CHECK-1", "returned 0, not 1", 1);
        Play.with(Objects.READ_ONLY)
                .call(Function.CHECK, answer -> answer.code(2))
                .violates("CHECK-1", "returned 2, not 1", 1);
        Play.with(Objects.STRIDED).call(Function.CHECK).saysNothingAbout("CHECK-1");
        Play.with(Objects.EMPTY_ODD, true).call(Function.CHECK).saysNothingAbout("CHECK-1");
        Play.with(Objects.READ_ONLY).call(Function.READ).saysNothingAbout("CHECK-1");
    }

    @Test
    void check2AsksForZero() {
        Play.with(Objects.NOTHING).call(Function.CHECK).holds("CHECK-2");
        Play.with(Objects.STRIDED).call(Function.CHECK).holds("CHECK-2");
        Play.with(Objects.STRIDED)
                .call(Function.CHECK, answer -> answer.code(1))
                .violates("CHECK-2", "returned 1, not 0", 1);
        Play.with(Objects.NOTHING)
                .call(Function.CHECK, answer -> answer.code(-1))
                .violates("CHECK-2", "returned -1, not 0", 1);
        Play.with(Objects.READ_ONLY).call(Function.CHECK).saysNothingAbout("CHECK-2");
        Play.with(Objects.NOTHING).call(Function.READ).saysNothingAbout("CHECK-2");
    }

    @Test
    void whatIsLeftOpenIsOneOrZeroAndNothingElse() {
        Play.with(Objects.EMPTY_ODD).call(Function.CHECK).holds("CHECK-2");
        Play.with(Objects.EMPTY_ODD, true).call(Function.CHECK).saysNothingAbout("CHECK-2");
        Play.with(Objects.EMPTY_ODD)
                .call(Function.CHECK, answer -> answer.code(-1))
                .violates("CHECK-2", "returned -1, not 0", 1);
    }

    @Test
    void check3AsksForNoException() {
        Play.with(Objects.READ_ONLY).call(Function.CHECK).holds("CHECK-3");
        Play.with(Objects.NOTHING).call(Function.CHECK).holds("CHECK-3");
        Play.with(Objects.STRIDED)
                .call(Function.CHECK, answer -> answer.raised(Answer.BUFFER_ERROR))
                .violates("CHECK-3", "left BufferError set", 1);
        Play.with(Objects.READ_ONLY).call(Function.READ).saysNothingAbout("CHECK-3");
    }

    @Test
    void twoSymptomsOfOneClauseAreTwoAndTheSameTwiceIsOne() {
        Play play = Play.with(Objects.STRIDED)
                .call(Function.CHECK, answer -> answer.code(1))
                .call(Function.CHECK, answer -> answer.code(1))
                .call(Function.CHECK, answer -> answer.code(-1));
        assertEquals(
                List.of("returned 1, not 0", "returned -1, not 0"),
                play.symptoms().get("CHECK-2"));
        assertEquals(1, play.verdict("CHECK-2").violations().get(0).step());
        assertEquals(Map.of(), Play.with(Objects.STRIDED).call(Function.CHECK).symptoms());
    }
}
