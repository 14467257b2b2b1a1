package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.mutants.Mutants;
import io.github.oldbuffer.mutants.strength.KillMatrix;
import io.github.oldbuffer.mutants.strength.KillRow;
import io.github.oldbuffer.mutants.strength.Strength;
import java.util.List;
import java.util.Optional;

/** Turns the last whole measurement of the suite's strength into what results hold. */
public final class StrengthOf {

    private StrengthOf() {}

    public static io.github.oldbuffer.spec.results.Strength published() {
        KillMatrix matrix = Strength.published().mutants();
        List<io.github.oldbuffer.spec.results.Strength.Mutant> mutants = matrix.rows().stream()
                .map(StrengthOf::mutant)
                .flatMap(Optional::stream)
                .toList();
        return new io.github.oldbuffer.spec.results.Strength(matrix.tries(), matrix.seeds(), mutants);
    }

    /** Empty where there is no such mutant any more, so that nobody can look at it. */
    private static Optional<io.github.oldbuffer.spec.results.Strength.Mutant> mutant(KillRow row) {
        return Mutants.find(row.mutant())
                .map(mutant -> new io.github.oldbuffer.spec.results.Strength.Mutant(
                        row.mutant(),
                        row.clause(),
                        mutant.sentence(),
                        (int) row.scenarios().stream()
                                .filter(needed -> needed > 0)
                                .count(),
                        row.median(),
                        row.worst(),
                        List.copyOf(row.others().keySet())));
    }
}
