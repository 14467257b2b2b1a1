package io.github.oldbuffer.mutants;

import static io.github.oldbuffer.mutants.Fault.onFailure;
import static io.github.oldbuffer.mutants.Fault.onSuccess;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;
import java.util.function.Predicate;

/** ALL-1, ALL-2 and ALL-3: functions that disagree with one another because of what was called before. */
final class AcrossMutants {
    private AcrossMutants() {}

    static List<Mutant> all() {
        Address nowhere = new Address(Memory.nowhere(), 0);
        return List.of(
                Mutant.of(
                                "ALL-1",
                                "check-says-no-after-read",
                                Function.CHECK,
                                Fault.where(
                                        asked -> asked.before() == Function.READ,
                                        (asked, lawful) -> lawful.withCode(0)),
                                "PyObject_CheckReadBuffer says no about an object just read")
                        .alsoBreaking("CHECK-1", "ALL-3"),
                Mutant.of(
                                "ALL-1",
                                "read-fails-after-check",
                                Function.READ,
                                onSuccess(asked -> asked.before() == Function.CHECK, (asked, lawful) -> Answer.REFUSAL),
                                "PyObject_AsReadBuffer fails on an object just checked")
                        .alsoBreaking("READ-1", "ALL-2", "ALL-3", "NEW-1", "NEW-3"),
                Mutant.of(
                                "ALL-2",
                                "read-points-nowhere-after-write",
                                Function.READ,
                                onSuccess(
                                        asked -> asked.before() == Function.WRITE && asked.longerThan(0),
                                        (asked, lawful) -> lawful.withBuffer(nowhere)),
                                "PyObject_AsReadBuffer gives a dead address for an object just written to")
                        .alsoBreaking("READ-4", "READ-7", "NEW-1", "NEW-3"),
                Mutant.of(
                                "ALL-2",
                                "write-loses-a-byte-after-read",
                                Function.WRITE,
                                onSuccess(
                                        asked -> asked.before() == Function.READ && asked.longerThan(0),
                                        (asked, lawful) -> lawful.withLength(lawful.length() - 1)),
                                "PyObject_AsWriteBuffer gives a byte too little for an object just read")
                        .alsoBreaking("WRITE-5", "ALL-3", "NEW-2", "NEW-4"),
                another("read-changes-its-mind", Function.READ, asked -> asked.before() == Function.READ),
                another("write-changes-its-mind", Function.WRITE, asked -> asked.before() == Function.WRITE),
                another("char-raises-in-turn", Function.CHAR, asked -> asked.number() % 2 == 0));
    }

    /** Another exception than the time before, though a TypeError too. */
    private static Mutant another(String name, Function function, Predicate<Asked> sort) {
        Fault fault = onFailure(
                sort, lawful -> lawful.withRaised(Exceptions.of(ExceptionType.DERIVED_TYPE_ERROR, "another")));
        return Mutant.of(
                "ALL-3", name, function, fault, function.cName() + " raises another TypeError for the same failure");
    }
}
