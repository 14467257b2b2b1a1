package io.github.oldbuffer.mutants.strength;

import io.github.oldbuffer.mutants.Mutants;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.Providers;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures everything about the suite's strength and writes it to a file; the profile {@code strength} runs it. */
public final class MeasureStrength {
    private static final int SEEDS_OF_MUTANTS = 20;
    /** Looks whether a mutant breaks more than it says. */
    private static final int TRIES_OF_OTHERS = 200;

    private static final int SEEDS_OF_MODEL = 200;
    private static final int SEEDS_OF_CPYTHON = 200;

    private MeasureStrength() {}

    /**
     * Measures; takes minutes.
     *
     * @param arguments the file to write, and optionally a number to divide all seeds by
     * @throws IllegalStateException where the suite falls short, after the file is written
     */
    public static void main(String[] arguments) throws IOException, UnavailableException {
        int less = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        int tries = SuiteOptions.DEFAULT.tries();
        KillMatrix matrix =
                KillMatrix.measure(Mutants.all(), Math.max(1, SEEDS_OF_MUTANTS / less), tries, TRIES_OF_OTHERS);
        System.out.println(
                "mutants killed: " + (matrix.rows().size() - matrix.survivors().size()) + " / "
                        + matrix.rows().size());
        List<Silence> silence = new ArrayList<>();
        keep(arguments[0], matrix, silence);
        silence.add(silence("model", Math.max(1, SEEDS_OF_MODEL / less), tries));
        keep(arguments[0], matrix, silence);
        silence.add(silence("cpython", Math.max(1, SEEDS_OF_CPYTHON / less), tries));
        if (!keep(arguments[0], matrix, silence).sufficient()) {
            throw new IllegalStateException("the suite falls short: " + arguments[0] + " says of what");
        }
    }

    /** What is there already is kept: the rest takes long. */
    private static Strength keep(String file, KillMatrix matrix, List<Silence> silence) throws IOException {
        Strength strength = new Strength(matrix, silence);
        Files.writeString(Path.of(file), strength.toJson());
        return strength;
    }

    private static Silence silence(String id, int seeds, int tries) throws UnavailableException {
        try (Implementation implementation = Providers.of(id).open(id)) {
            Silence silence = Silence.measure(implementation, seeds, tries);
            System.out.println(
                    "false alarms: " + silence.alarms().size() + " / " + silence.scenarios() + " scenarios of " + id);
            return silence;
        }
    }
}
