package io.github.oldbuffer.mutants;

import static io.github.oldbuffer.mutants.Fault.onSuccess;

import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.Arrays;
import java.util.List;

/** Clauses 4, 5, 7 and 12 of CHAR, READ and WRITE: where the pointer leads, how far, and what the call does there. */
final class MemoryMutants {
    private static final int ALL_BITS = 0xFF;
    /** After so many bytes the pattern in memory begins again, and no mistake would show. */
    private static final int PERIOD = 251;

    private MemoryMutants() {}

    static List<Mutant> of(Function f) {
        String[] comparisons = Comparisons.ofOutputs(f);
        Address nowhere = new Address(Memory.nowhere(), 0);
        return List.of(
                mutant(
                                ClauseFunctions.about(f, "CHAR-4", "READ-4", "WRITE-4"),
                                f,
                                "points-nowhere-for-dimensions",
                                onSuccess(
                                        asked -> asked.dimensions(2, 64) && asked.longerThan(0),
                                        (asked, lawful) -> lawful.withBuffer(nowhere)),
                                "gives an address where nothing is for memory of two dimensions and more")
                        .alsoBreaking(comparisons),
                mutant(
                                ClauseFunctions.about(f, "CHAR-4", "READ-4", "WRITE-4"),
                                f,
                                "forgets-the-offset",
                                onSuccess(
                                        asked -> inside(asked)
                                                && asked.view().buf().offset() % PERIOD > 0,
                                        (asked, lawful) -> lawful.withBuffer(
                                                new Address(asked.view().buf().memory(), 0))),
                                "points to where the exporter's memory starts, not the part that is offered")
                        .alsoBreaking(comparisons),
                mutant(
                                ClauseFunctions.about(f, "CHAR-4", "READ-4", "WRITE-4"),
                                f,
                                "gives-null-near-a-page",
                                onSuccess(
                                        asked -> asked.lengthFrom(4_095, 4_097),
                                        (asked, lawful) -> lawful.withBuffer(null)),
                                "gives NULL for memory of 4095 to 4097 bytes")
                        .alsoBreaking(comparisons),
                mutant(
                                ClauseFunctions.about(f, "CHAR-5", "READ-5", "WRITE-5"),
                                f,
                                "counts-items",
                                onSuccess(
                                        asked -> asked.wideItems() && asked.longerThan(0),
                                        (asked, lawful) -> lawful.withLength(
                                                lawful.length() / asked.view().itemsize())),
                                "counts items, not bytes")
                        .alsoBreaking(comparisons),
                mutant(
                                ClauseFunctions.about(f, "CHAR-5", "READ-5", "WRITE-5"),
                                f,
                                "keeps-the-length-in-32-bits",
                                onSuccess(
                                        Asked::hasMemory,
                                        (asked, lawful) -> lawful.withLength(
                                                lawful.length().intValue())),
                                "keeps the length in 32 bits, which goes wrong from 2 GiB on")
                        .alsoBreaking(comparisons),
                mutant(
                                ClauseFunctions.about(f, "CHAR-7", "READ-7", "WRITE-7"),
                                f,
                                "gives-a-copy",
                                onSuccess(
                                        asked -> inside(asked) && asked.longerThan(0),
                                        (asked, lawful) -> lawful.withBuffer(copy(lawful))),
                                "gives a new copy of up to 64 KiB at each call")
                        .alsoBreaking(with(comparisons, f == Function.WRITE ? "WRITE-14" : null)),
                mutant(
                                ClauseFunctions.about(f, "CHAR-7", "READ-7", "WRITE-7"),
                                f,
                                "gives-a-copy-the-second-time",
                                onSuccess(
                                        asked -> inside(asked) && asked.longerThan(0) && asked.before() == f,
                                        (asked, lawful) -> lawful.withBuffer(copy(lawful))),
                                "gives a copy when called for the same object again")
                        .alsoBreaking(with(comparisons, f == Function.WRITE ? "WRITE-14" : null)),
                mutant(
                        ClauseFunctions.about(f, "CHAR-12", "READ-12", "WRITE-12"),
                        f,
                        "terminates-the-memory",
                        onSuccess(asked -> inside(asked) && !asked.readonly(), (asked, lawful) -> {
                            flip(lawful.buffer().plus(lawful.length()));
                            return lawful;
                        }),
                        "writes a byte behind writable memory, as if to end a string"),
                mutant(
                        ClauseFunctions.about(f, "CHAR-12", "READ-12", "WRITE-12"),
                        f,
                        "changes-the-byte-in-front",
                        onSuccess(asked -> inside(asked) && asked.view().buf().offset() > 0, (asked, lawful) -> {
                            flip(lawful.buffer().plus(-1));
                            return lawful;
                        }),
                        "changes the byte in front of a part of memory, such as a slice"),
                mutant(
                        ClauseFunctions.about(f, "CHAR-12", "READ-12", "WRITE-12"),
                        f,
                        "changes-the-last-byte-of-dimensions",
                        onSuccess(
                                asked -> inside(asked) && asked.longerThan(0) && asked.dimensions(2, 64),
                                (asked, lawful) -> {
                                    flip(lawful.buffer().plus(lawful.length() - 1));
                                    return lawful;
                                }),
                        "changes the last byte of memory of two dimensions and more"));
    }

    /** Whether the memory is small enough to be held whole, and so holds a pattern that tells one place from another. */
    private static boolean inside(Asked asked) {
        return asked.hasMemory()
                && asked.view().buf() != null
                && asked.view().buf().memory().length() <= Pattern.SPARSE_ABOVE;
    }

    /** The same bytes elsewhere; zeros where the memory went with its release. */
    static Address copy(Answer lawful) {
        long length = lawful.length();
        Address copy = new Address(Memory.zeros(length), 0);
        for (long i = 0; i < length && lawful.buffer().readable(length); i++) {
            copy.plus(i).write(lawful.buffer().plus(i).read());
        }
        return copy;
    }

    private static void flip(Address address) {
        if (address.readable(1)) {
            address.write(address.read() ^ ALL_BITS);
        }
    }

    private static String[] with(String[] clauses, String another) {
        if (another == null) {
            return clauses;
        }
        String[] more = Arrays.copyOf(clauses, clauses.length + 1);
        more[clauses.length] = another;
        return more;
    }

    private static Mutant mutant(String clause, Function function, String name, Fault fault, String sentence) {
        return Mutant.of(clause, name, function, fault, function.cName() + " " + sentence);
    }
}
