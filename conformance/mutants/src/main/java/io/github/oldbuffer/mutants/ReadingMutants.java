package io.github.oldbuffer.mutants;

import static io.github.oldbuffer.mutants.Fault.onFailure;
import static io.github.oldbuffer.mutants.Fault.onSuccess;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.spec.clause.ClauseFunctions;
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
                                ClauseFunctions.about(f, "CHAR-1", "READ-1", "WRITE-1"),
                                f,
                                "refuses-dimensions",
                                onSuccess(asked -> asked.dimensions(2, 64), (asked, lawful) -> Answer.REFUSAL),
                                "refuses memory of two dimensions and more, although it is one segment")
                        .alsoBreaking(refusals),
                mutant(
                                ClauseFunctions.about(f, "CHAR-1", "READ-1", "WRITE-1"),
                                f,
                                "returns-one-beyond-2-gib",
                                onSuccess(
                                        asked -> asked.longerThan(TWO_GIB - 1), (asked, lawful) -> lawful.withCode(1)),
                                "returns 1 instead of 0 for memory of 2 GiB and more")
                        .alsoBreaking(refusals),
                mutant(
                        ClauseFunctions.about(f, "CHAR-2", "READ-2", "WRITE-2"),
                        f,
                        "returns-minus-two",
                        onFailure(asked -> !asked.object().exports(), lawful -> lawful.withCode(-2)),
                        "returns -2 for objects without buffer procedures"),
                mutant(
                        ClauseFunctions.about(f, "CHAR-2", "READ-2", "WRITE-2"),
                        f,
                        "returns-one-for-the-released",
                        onFailure(asked -> released(asked), lawful -> lawful.withCode(1)),
                        "returns 1 for a released memoryview or a closed mmap"),
                mutant(
                        ClauseFunctions.about(f, "CHAR-3", "READ-3", "WRITE-3"),
                        f,
                        "passes-the-buffererror",
                        onFailure(
                                asked -> asked.strided() || asked.indirect(),
                                lawful -> lawful.withRaised(Exceptions.bufferError("not one segment"))),
                        "lets the BufferError of memory in many segments through"),
                mutant(
                        ClauseFunctions.about(f, "CHAR-3", "READ-3", "WRITE-3"),
                        f,
                        "fails-silently-when-released",
                        onFailure(asked -> released(asked), lawful -> lawful.withRaised(null)),
                        "fails without an exception after the object was released"),
                mutant(
                                ClauseFunctions.about(f, "CHAR-6", "READ-6", "WRITE-6"),
                                f,
                                "takes-any-strides",
                                Fault.granting(Asked::strided),
                                "succeeds on strided memory")
                        .alsoBreaking(grants),
                mutant(
                                ClauseFunctions.about(f, "CHAR-6", "READ-6", "WRITE-6"),
                                f,
                                "takes-fortran-order",
                                Fault.granting(Asked::fortran),
                                "succeeds on Fortran-ordered memory")
                        .alsoBreaking(grants),
                mutant(
                                ClauseFunctions.about(f, "CHAR-6", "READ-6", "WRITE-6"),
                                f,
                                "takes-the-table-of-rows",
                                Fault.granting(Asked::indirect),
                                "succeeds on indirect memory")
                        .alsoBreaking(grants),
                mutant(
                        ClauseFunctions.about(f, "CHAR-8", "READ-8", "WRITE-8"),
                        f,
                        "clears-the-pointer",
                        onFailure(asked -> !asked.hasMemory(), lawful -> lawful.withBuffer(null)),
                        "sets *buffer to NULL when the object has no memory to offer"),
                mutant(
                        ClauseFunctions.about(f, "CHAR-8", "READ-8", "WRITE-8"),
                        f,
                        "clears-the-length-of-the-reversed",
                        onFailure(Asked::reversed, lawful -> lawful.withLength(0)),
                        "sets *buffer_len to 0 when it fails on reversed memory"),
                mutant(
                        ClauseFunctions.about(f, "CHAR-9", "READ-9", "WRITE-9"),
                        f,
                        "leaves-an-exception-on-a-scalar",
                        onSuccess(
                                asked -> asked.dimensions(0, 0),
                                (asked, lawful) ->
                                        lawful.withRaised(Exceptions.of(ExceptionType.SYSTEM_ERROR, "left behind"))),
                        "succeeds with an exception set on memory of no dimensions"),
                mutant(
                        ClauseFunctions.about(f, "CHAR-9", "READ-9", "WRITE-9"),
                        f,
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

    private static Mutant mutant(String clause, Function function, String name, Fault fault, String sentence) {
        return Mutant.of(clause, name, function, fault, function.cName() + " " + sentence);
    }
}
