package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;
import java.util.function.Predicate;

/** CHECK-1, CHECK-2 and CHECK-3: what PyObject_CheckReadBuffer says. */
final class CheckMutants {
    private static final long TWO_GIB = 1L << 31;

    private CheckMutants() {}

    static List<Mutant> all() {
        return List.of(
                saying("CHECK-1", "says-no-to-the-empty", asked -> asked.oneSegment() && !asked.longerThan(0), 0)
                        .alsoBreaking("ALL-1"),
                saying("CHECK-1", "says-no-beyond-2-gib", asked -> asked.longerThan(TWO_GIB - 1), 0)
                        .alsoBreaking("ALL-1"),
                saying("CHECK-1", "says-two-to-the-writable", asked -> asked.oneSegment() && !asked.readonly(), 2)
                        .alsoBreaking("ALL-1", "CHECK-2"),
                saying("CHECK-2", "says-yes-to-the-reversed", Asked::reversed, 1)
                        .alsoBreaking("ALL-1"),
                saying("CHECK-2", "says-yes-to-fortran-order", Asked::fortran, 1)
                        .alsoBreaking("ALL-1"),
                saying(
                        "CHECK-2",
                        "says-minus-one-to-the-refusing",
                        asked -> asked.object().exports() && !asked.hasMemory(),
                        -1),
                raising("passes-the-exception", asked -> asked.object().exports() && !asked.hasMemory()),
                raising("leaves-an-exception-on-a-scalar", asked -> asked.dimensions(0, 0)));
    }

    private static Mutant saying(String clause, String name, Predicate<Asked> sort, int code) {
        Fault fault = Fault.where(sort, (asked, lawful) -> lawful.withCode(code));
        return Mutant.of(clause, name, Function.CHECK, fault, sentence(name));
    }

    private static Mutant raising(String name, Predicate<Asked> sort) {
        Fault fault = Fault.where(
                sort, (asked, lawful) -> lawful.withRaised(Exceptions.of(ExceptionType.BUFFER_ERROR, "left behind")));
        return Mutant.of("CHECK-3", name, Function.CHECK, fault, sentence(name));
    }

    private static String sentence(String name) {
        return Function.CHECK.cName() + " " + name.replace('-', ' ');
    }
}
