package io.github.oldbuffer.suite.diff;

import io.github.oldbuffer.spec.compare.Comparison;
import io.github.oldbuffer.spec.compare.Difference;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.BrokenImplementationException;
import io.github.oldbuffer.suite.reduce.Reducer;
import io.github.oldbuffer.suite.reduce.Reducer.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The differences seen so far, by symptom; not a value, it collects. */
final class Differences {

    /** Scenarios that the reduction of a witness may run. */
    private static final int ATTEMPTS = 400;

    /** The same where each may end in a death. */
    private static final int ATTEMPTS_OF_DEATHS = 30;

    private final Map<String, Seen> bySymptom = new LinkedHashMap<>();
    private long compared;
    private long differing;

    /** A difference, and the transcripts that show it. */
    private record Met(Difference difference, Pair.Transcripts pair) {}

    private static final class Seen {
        private final Shown<Met> first;
        private final boolean death;
        private long scenarios;

        private Seen(Shown<Met> first, boolean death) {
            this.first = first;
            this.death = death;
        }
    }

    void see(Scenario scenario, Pair.Transcripts pair) {
        if (unsupported(pair.left()) || unsupported(pair.right())) {
            return;
        }
        compared++;
        List<Difference> found = Comparison.compare(scenario, pair.left(), pair.right());
        differing += found.isEmpty() ? 0 : 1;
        boolean death = died(pair.left()) || died(pair.right());
        for (Difference difference : found) {
            bySymptom.computeIfAbsent(
                            difference.symptom(),
                            symptom -> new Seen(new Shown<>(scenario, new Met(difference, pair)), death))
                    .scenarios++;
        }
    }

    long compared() {
        return compared;
    }

    long differing() {
        return differing;
    }

    /**
     * Every symptom, those that most scenarios showed first, each with a witness made as small as can be; where the
     * implementations cannot be used any more it stays as it was.
     */
    List<DifferenceFound> reduced(Function<Scenario, Pair.Transcripts> run) {
        List<DifferenceFound> found = new ArrayList<>();
        bySymptom.forEach((symptom, seen) -> {
            Shown<Met> smallest = reduced(symptom, seen, run);
            found.add(new DifferenceFound(
                    symptom,
                    seen.scenarios,
                    smallest.value().difference().reason(),
                    smallest.scenario(),
                    smallest.value().pair().left(),
                    smallest.value().pair().right()));
        });
        found.sort(Comparator.comparingLong(DifferenceFound::scenarios).reversed());
        return found;
    }

    private static Shown<Met> reduced(String symptom, Seen seen, Function<Scenario, Pair.Transcripts> run) {
        try {
            return new Reducer(seen.death ? ATTEMPTS_OF_DEATHS : ATTEMPTS).reduce(seen.first, candidate -> {
                Pair.Transcripts pair = run.apply(candidate);
                return Comparison.compare(candidate, pair.left(), pair.right()).stream()
                        .filter(difference -> difference.symptom().equals(symptom))
                        .findFirst()
                        .map(difference -> new Met(difference, pair));
            });
        } catch (BrokenImplementationException nothingSmaller) {
            return seen.first;
        }
    }

    private static boolean unsupported(Transcript transcript) {
        return transcript.outcome() instanceof Outcome.Unsupported;
    }

    private static boolean died(Transcript transcript) {
        return transcript.outcome() instanceof Outcome.Died;
    }
}
