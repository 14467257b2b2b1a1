package io.github.oldbuffer.mutants;

import static io.github.oldbuffer.mutants.Fault.onSuccess;

import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;
import java.util.function.Predicate;

/** WRITE-13 and WRITE-14: what only PyObject_AsWriteBuffer promises. */
final class WritingMutants {
    private WritingMutants() {}

    static List<Mutant> all() {
        return List.of(
                granting("asks-for-reading-only", asked -> true, "succeeds on read-only memory of any sort")
                        .alsoBreaking("NEW-2", "NEW-4"),
                granting(
                                "trusts-a-memoryview",
                                asked -> asked.object().typeName().equals("memoryview"),
                                "succeeds on a read-only memoryview")
                        .alsoBreaking("NEW-2", "NEW-4"),
                granting(
                                "trusts-the-long",
                                asked -> asked.longerThan(255),
                                "succeeds on read-only memory of more than 255 bytes")
                        .alsoBreaking("NEW-2", "NEW-4"),
                copying("writes-into-a-copy", 1, "gives a copy to write into, which nobody copies back"),
                copying("writes-into-a-copy-of-the-long", 256, "gives a copy of more than 255 bytes to write into"));
    }

    private static Mutant granting(String name, Predicate<Asked> sort, String sentence) {
        Fault fault = Fault.granting(asked -> asked.readonly() && asked.oneSegment() && sort.test(asked));
        return Mutant.of("WRITE-13", name, Function.WRITE, fault, Function.WRITE.cName() + " " + sentence);
    }

    /** A pointer that leads out of the memory cannot be told from a copy. */
    private static Mutant copying(String name, long least, String sentence) {
        Fault fault = onSuccess(
                asked -> asked.lengthFrom(least, Pattern.SPARSE_ABOVE)
                        && asked.view().buf() != null,
                (asked, lawful) -> lawful.withBuffer(MemoryMutants.copy(lawful)));
        return Mutant.of("WRITE-14", name, Function.WRITE, fault, Function.WRITE.cName() + " " + sentence)
                .alsoBreaking("WRITE-7", "ALL-2", "NEW-2", "NEW-4");
    }
}
