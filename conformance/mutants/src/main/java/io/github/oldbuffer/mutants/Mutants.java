package io.github.oldbuffer.mutants;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every mutant there is. */
public final class Mutants {
    private Mutants() {}

    /** All of them, in the order in which clauses are listed. */
    public static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        for (Function function : Function.values()) {
            if (function.hasOutputs()) {
                all.addAll(ReadingMutants.of(function));
                all.addAll(MemoryMutants.of(function));
            }
            all.addAll(CountingMutants.of(function));
        }
        all.addAll(WritingMutants.all());
        all.addAll(CheckMutants.all());
        all.addAll(AcrossMutants.all());
        all.addAll(ProtocolMutants.all());
        all.addAll(FieldMutants.all());
        List<String> clauses = Clauses.all().stream().map(Clause::id).toList();
        // the sort is stable
        all.sort(Comparator.comparingInt(mutant -> clauses.indexOf(mutant.clause())));
        return List.copyOf(all);
    }

    /** The mutant of a name such as {@code READ-11/forgets-the-release}. */
    public static Optional<Mutant> find(String name) {
        return all().stream().filter(mutant -> mutant.name().equals(name)).findFirst();
    }
}
