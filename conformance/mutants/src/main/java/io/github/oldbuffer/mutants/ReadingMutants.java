package io.github.oldbuffer.mutants;

import static io.github.oldbuffer.mutants.Fault.onFailure;
import static io.github.oldbuffer.mutants.Fault.onSuccess;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;

/** Clauses 1, 2, 3, 6, 8 and 9 of CHAR, READ and WRITE: what a call returns, raises and leaves alone. */
final class ReadingMutants {
    private static final long TWO_GIB = 1L << 31;

    private ReadingMutants() {}

    static List<Mutant> of(Function f) {
        String[] refusals = Comparisons.ofRefusals(f);
        String[] grants = Comparisons.ofGrants(f);
        return List.of(
                mutant(
                                f,
                                1,
                                "refuses-dimensions",
                                onSuccess(asked -> asked.dimensions(2, 64), (asked, lawful) -> Answer.REFUSAL),
                                "refuses memory of two dimensions and more, although it is one segment")
                        .alsoBreaking(refusals),
                mutant(
                                f,
                                1,
                                "returns-one-beyond-2-gib",
                                onSuccess(
                                        asked -> asked.longerThan(TWO_GIB - 1), (asked, lawful) -> lawful.withCode(1)),
                                "returns 1 instead of 0 for memory of 2 GiB and more")
                        .alsoBreaking(refusals),
                mutant(
                        f,
                        2,
                        "returns-minus-two",
                        onFailure(asked -> !asked.object().exports(), lawful -> lawful.withCode(-2)),
                        "returns -2 for objects without buffer procedures"),
                mutant(
                        f,
                        2,
                        "returns-one-for-the-released",
                        onFailure(asked -> released(asked), lawful -> lawful.withCode(1)),
                        "returns 1 for a released memoryview or a closed mmap"),
                mutant(
                        f,
                        3,
                        "passes-the-buffererror",
                        onFailure(
                                asked -> asked.strided() || asked.indirect(),
                                lawful -> lawful.withRaised(Exceptions.bufferError("not one segment"))),
                        "lets the BufferError of memory in many segments through"),
                mutant(
                        f,
                        3,
                        "fails-silently-when-released",
                        onFailure(asked -> released(asked), lawful -> lawful.withRaised(null)),
                        "fails without an exception after the object was released"),
                mutant(f, 6, "takes-any-strides", Fault.granting(Asked::strided), "succeeds on strided memory")
                        .alsoBreaking(grants),
                mutant(
                                f,
                                6,
                                "takes-fortran-order",
                                Fault.granting(Asked::fortran),
                                "succeeds on Fortran-ordered memory")
                        .alsoBreaking(grants),
                mutant(f, 6, "takes-the-table-of-rows", Fault.granting(Asked::indirect), "succeeds on indirect memory")
                        .alsoBreaking(grants),
                mutant(
                        f,
                        8,
                        "clears-the-pointer",
                        onFailure(asked -> !asked.hasMemory(), lawful -> lawful.withBuffer(null)),
                        "sets *buffer to NULL when the object has no memory to offer"),
                mutant(
                        f,
                        8,
                        "clears-the-length-of-the-reversed",
                        onFailure(Asked::reversed, lawful -> lawful.withLength(0)),
                        "sets *buffer_len to 0 when it fails on reversed memory"),
                mutant(
                        f,
                        9,
                        "leaves-an-exception-on-a-scalar",
                        onSuccess(
                                asked -> asked.dimensions(0, 0),
                                (asked, lawful) ->
                                        lawful.withRaised(Exceptions.of(ExceptionType.SYSTEM_ERROR, "left behind"))),
                        "succeeds with an exception set on memory of no dimensions"),
                mutant(
                        f,
                        9,
                        "leaves-an-exception-near-a-page",
                        onSuccess(
                                asked -> asked.lengthFrom(4_095, 4_097),
                                (asked, lawful) -> lawful.withRaised(Exceptions.typeError("left behind"))),
                        "succeeds with an exception set on memory of 4095 to 4097 bytes"));
    }

    private static boolean released(Asked asked) {
        String type = asked.object().typeName();
        return !asked.hasMemory() && (type.equals("memoryview") || type.startsWith("mmap"));
    }

    private static Mutant mutant(Function function, int number, String name, Fault fault, String sentence) {
        return Mutant.of(function + "-" + number, name, function, fault, function.cName() + " " + sentence);
    }
}
