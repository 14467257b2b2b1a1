package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NEW-6: the codes of PyArg_ParseTuple take the objects of their table. */
class ArgumentCodeTests {

    private static final Event TAKEN = new Event.Viewed(true, null, Pointer.elsewhere(0), 4, List.of());
    private static final Event REFUSED = new Event.Viewed(false, Answer.TYPE_ERROR, Pointer.UNTOUCHED, 0, List.of());

    @ParameterizedTest
    @CsvSource({
        "bytes,     S_STAR, true",
        "bytes,     Y_HASH, true",
        "bytes,     Z_HASH, true",
        "bytearray, S_STAR, true",
        "bytearray, Z_STAR, true",
        "bytearray, Y_HASH, false",
        "bytearray, S_HASH, false",
        "array,     Z_HASH, false",
        "strided,   S_STAR, false",
        "strided,   Y_HASH, false",
        "str,       S_STAR, true",
        "str,       S_HASH, true",
        "str,       Z_HASH, true",
        "str,       Y_HASH, false",
        "None,      S_HASH, false",
        "None,      S_STAR, false",
        "object,    Z_STAR, false",
        "releasing, Y_HASH, false"
    })
    void whatACodeTakes(String object, Step.Code code, boolean takes) {
        Step parse = new Step.Parse(0, code);
        Event taken = object.equals("str") ? TAKEN : new Event.Viewed(true, null, Pointer.within(0), 4, List.of());
        Play.with(exporter(object)).step(parse, takes ? taken : REFUSED).holds("NEW-6");
        Play.with(exporter(object))
                .step(parse, takes ? REFUSED : TAKEN)
                .violates(
                        "NEW-6",
                        code.text() + (takes ? " refused what its table takes" : " took what its table does not"),
                        1);
    }

    @Test
    void noneIsTakenAsNull() {
        Step parse = new Step.Parse(0, Step.Code.Z_STAR);
        Play.with(new NonBuffer(NonBuffer.Kind.NONE))
                .step(parse, new Event.Viewed(true, null, Pointer.NULL, 0, List.of()))
                .holds("NEW-6");
        Play.with(new NonBuffer(NonBuffer.Kind.NONE))
                .step(parse, new Event.Viewed(true, null, Pointer.elsewhere(0), 0, List.of()))
                .violates("NEW-6", "z* gave a pointer for None", 1);
    }

    @Test
    void lengthsAndExceptionsAreJudgedToo() {
        Step parse = new Step.Parse(0, Step.Code.S_HASH);
        Play.with(Objects.READ_ONLY)
                .step(parse, new Event.Viewed(true, null, Pointer.within(0), 5, List.of()))
                .violates("NEW-6", "s# gave another length", 1);
        Play.with(Objects.WRITABLE)
                .step(parse, new Event.Viewed(false, null, Pointer.UNTOUCHED, 0, List.of()))
                .violates("NEW-6", "s# refused without an exception", 1);
    }

    @Test
    void whatTheTableSaysTwoThingsOfIsNotJudged() {
        for (Step.Code code : List.of(Step.Code.Y_HASH, Step.Code.S_HASH)) {
            Play.with(Objects.HUGE).step(new Step.Parse(0, code), TAKEN).saysNothingAbout("NEW-6");
            Play.with(Objects.view(Objects.READ_ONLY))
                    .step(new Step.Parse(0, code), REFUSED)
                    .saysNothingAbout("NEW-6");
        }
        Play.with(Objects.WRITABLE).step(new Step.Parse(0, Step.Code.Y_STAR)).saysNothingAbout("NEW-6");
    }

    private static Exporter exporter(String object) {
        return switch (object) {
            case "bytes" -> Objects.READ_ONLY;
            case "bytearray" -> Objects.WRITABLE;
            case "array" -> Objects.SHORTS;
            case "strided" -> Objects.STRIDED;
            case "str" -> new NonBuffer(NonBuffer.Kind.STR);
            case "None" -> new NonBuffer(NonBuffer.Kind.NONE);
            case "releasing" -> Scripted.flat(4, 1, false);
            default -> Objects.NOTHING;
        };
    }
}
