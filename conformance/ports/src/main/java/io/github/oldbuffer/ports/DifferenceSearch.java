package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.compare.Difference;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.DeathWords;
import io.github.oldbuffer.suite.reduce.Reductions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for differences between a port and CPython's own functions, and reduces what it finds.
 *
 * <p>Not a value: it collects. What kills the port and not CPython is a death, kept apart from the differences.
 */
final class DifferenceSearch {

    /** Scenarios that may be tried to make one witness smaller; bounded by number, so that results repeat. */
    private static final int ATTEMPTS = 400;

    private static final int ATTEMPTS_OF_DEATHS = 30;
    private static final int BATCH = 24;

    private final Implementation port;
    private final Implementation reference;
    private final Set<Function> functions;
    private final Map<String, Seen> differing = new LinkedHashMap<>();
    private final Map<String, Seen> deadly = new LinkedHashMap<>();
    private long scenarios;

    DifferenceSearch(Implementation port, Implementation reference, Set<Function> functions) {
        this.port = port;
        this.reference = reference;
        this.functions = functions;
    }

    /** Something that a scenario shows, whatever else it shows. */
    private record Seen(Scenario scenario, Transcript port, Transcript reference) {}

    /** Runs scenarios with both and notes each symptom with the smallest scenario so far. */
    void look(List<Scenario> batch) {
        scenarios += batch.size();
        for (Seen seen : run(batch)) {
            for (Difference difference : differences(seen)) {
                keepSmaller(differing, DifferenceKind.of(difference), seen);
            }
            death(seen).ifPresent(symptom -> keepSmaller(deadly, symptom, seen));
        }
    }

    /** Scenarios that were looked at. */
    long scenarios() {
        return scenarios;
    }

    /** The differences, each kind once, with a reduced witness. */
    List<FoundDifference> differences() {
        List<FoundDifference> found = new ArrayList<>();
        differing.forEach((kind, first) -> {
            if (!DifferenceKind.redundant(kind, differing.keySet())) {
                Seen least = reduce(first, ATTEMPTS, seen -> ofKind(kind, seen).isPresent());
                ofKind(kind, least)
                        .ifPresent(difference -> found.add(
                                new FoundDifference(difference, least.scenario(), least.port(), least.reference())));
            }
        });
        return found;
    }

    private Optional<Difference> ofKind(String kind, Seen seen) {
        return differences(seen).stream()
                .filter(difference -> DifferenceKind.of(difference).equals(kind))
                .findFirst();
    }

    /**
     * Scenarios that kill the port and not CPython, reduced, each symptom once.
     *
     * @param met symptoms that are known already
     */
    List<FoundDeath> deaths(Set<String> met) {
        List<FoundDeath> found = new ArrayList<>();
        deadly.forEach((symptom, first) -> {
            if (!met.contains(symptom)) {
                Seen least = reduce(
                        first,
                        ATTEMPTS_OF_DEATHS,
                        seen -> death(seen).filter(symptom::equals).isPresent());
                found.add(new FoundDeath(symptom, least.scenario(), least.port(), (Outcome.Died)
                        least.port().outcome()));
            }
        });
        return found;
    }

    private interface Shows {
        boolean in(Seen seen);
    }

    /** Takes the first smaller scenario that still shows it, again and again. */
    private Seen reduce(Seen first, int attempts, Shows shows) {
        Seen least = first;
        int left = attempts;
        Iterator<Scenario> smaller = Reductions.of(first.scenario()).iterator();
        while (left > 0 && smaller.hasNext()) {
            List<Scenario> batch = new ArrayList<>();
            while (batch.size() < BATCH && left-- > 0 && smaller.hasNext()) {
                batch.add(smaller.next());
            }
            for (Seen seen : run(batch)) {
                if (shows.in(seen)) {
                    least = seen;
                    smaller = Reductions.of(seen.scenario()).iterator();
                    break;
                }
            }
        }
        return least;
    }

    /** What CPython itself does not survive, or does not have, is nothing to compare a port with. */
    private List<Seen> run(List<Scenario> batch) {
        List<Scenario> comparable = new ArrayList<>();
        List<Transcript> own = new ArrayList<>();
        List<Transcript> all = reference.run(batch);
        for (int i = 0; i < batch.size(); i++) {
            if (all.get(i).outcome() instanceof Outcome.Completed) {
                comparable.add(batch.get(i));
                own.add(all.get(i));
            }
        }
        List<Transcript> ported = comparable.isEmpty() ? List.of() : port.run(comparable);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < comparable.size(); i++) {
            seen.add(new Seen(comparable.get(i), ported.get(i), own.get(i)));
        }
        return seen;
    }

    private List<Difference> differences(Seen seen) {
        return PortComparison.compare(seen.scenario(), seen.port(), seen.reference(), functions);
    }

    private static Optional<String> death(Seen seen) {
        return seen.port().outcome() instanceof Outcome.Died died
                        && !(seen.reference().outcome() instanceof Outcome.Died)
                ? Optional.of(DeathWords.symptom(seen.scenario(), died))
                : Optional.empty();
    }

    private static void keepSmaller(Map<String, Seen> kept, String symptom, Seen seen) {
        kept.merge(
                symptom,
                seen,
                (one, other) -> Reductions.size(other.scenario()) < Reductions.size(one.scenario()) ? other : one);
    }
}
