package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.fuzzing.targets.Lead;
import io.github.oldbuffer.spec.compare.Comparison;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.DeathWords;
import io.github.oldbuffer.suite.Running;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.reduce.Reductions;
import io.github.oldbuffer.suite.sweep.SweepTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks into leads: replays each where a death does no harm, reduces it step by step and exporter by exporter, and
 * replays what is left.
 */
public final class Investigation {

    /** Scenarios that may be tried to make one witness smaller; bounded by number, so that results repeat. */
    private static final int ATTEMPTS = 400;

    private static final int ATTEMPTS_OF_DEATHS = 60;
    private static final int BATCH = 16;

    /** Each death costs a new worker; some take half a minute to start. */
    private static final Duration LONGEST_REDUCTION = Duration.ofSeconds(60);

    private final Implementation implementation;
    private final Optional<Implementation> other;
    private final KnownDeviations known;

    /**
     * @param other what it is compared with; empty where it is judged
     * @param known what is on file has a small witness, which is taken where it shows the same
     */
    public Investigation(Implementation implementation, Optional<Implementation> other, KnownDeviations known) {
        this.implementation = implementation;
        this.other = other;
        this.known = known;
    }

    /**
     * What comes of leads, each clause and symptom once.
     *
     * @param gone gets the leads that show nothing when they are replayed
     */
    public List<Investigated> of(List<Lead> leads, List<Lead> gone) {
        Map<String, Investigated> found = new LinkedHashMap<>();
        for (Lead lead : leads) {
            Optional<Scenario> scenario = FuzzCodec.decode(lead.input());
            if (found.containsKey(lead.clause() + " " + lead.symptom()) || scenario.isEmpty()) {
                continue;
            }
            List<Investigated> shown = new ArrayList<>(seen(scenario.get()));
            if (lead.symptom().isEmpty()) {
                shown.removeIf(seen -> seen.death().isEmpty());
            } else {
                shown.removeIf(seen ->
                        !seen.symptom().equals(lead.symptom()) || !seen.clause().equals(lead.clause()));
            }
            if (shown.isEmpty()) {
                gone.add(lead);
            } else if (!found.containsKey(shown.get(0).key())) {
                Investigated least = onFile(shown.get(0)).orElseGet(() -> reduced(shown.get(0)));
                Investigated replayed = replayed(least);
                if (replayed.shown() > 0) {
                    found.put(replayed.key(), replayed);
                } else {
                    // seen while it was made smaller and never again: nobody could make use of that
                    gone.add(lead);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The smallest scenario found that shows the first thing that this one shows; empty where it shows nothing. */
    public Optional<Investigated> least(Scenario scenario) {
        return seen(scenario).stream().findFirst().map(this::reduced);
    }

    /** The same with the witness on file. */
    private Optional<Investigated> onFile(Investigated seen) {
        return known.entries().stream()
                .filter(entry ->
                        entry.clause().equals(seen.clause()) && entry.symptom().equals(seen.symptom()))
                .map(entry -> first(List.of(entry.witness()), seen.key()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Investigated reduced(Investigated first) {
        long deadline = System.nanoTime() + LONGEST_REDUCTION.toNanos();
        Investigated least = first;
        int left = first.death().isPresent() ? ATTEMPTS_OF_DEATHS : ATTEMPTS;
        Iterator<Scenario> smaller = Reductions.of(first.witness()).iterator();
        while (left > 0 && smaller.hasNext() && System.nanoTime() < deadline) {
            List<Scenario> batch = new ArrayList<>();
            while (batch.size() < BATCH && left-- > 0 && smaller.hasNext()) {
                batch.add(smaller.next());
            }
            Optional<Investigated> again = first(batch, least.key());
            if (again.isPresent()) {
                least = again.get();
                smaller = Reductions.of(least.witness()).iterator();
            }
        }
        return least;
    }

    private Optional<Investigated> first(List<Scenario> batch, String key) {
        for (List<Investigated> seen : seen(batch)) {
            Optional<Investigated> same =
                    seen.stream().filter(each -> each.key().equals(key)).findFirst();
            if (same.isPresent()) {
                return same;
            }
        }
        return Optional.empty();
    }

    private Investigated replayed(Investigated found) {
        int shown = 0;
        for (int i = 0; i < Investigated.REPLAYS; i++) {
            shown += first(List.of(found.witness()), found.key()).isPresent() ? 1 : 0;
        }
        return new Investigated(
                found.clause(),
                found.symptom(),
                found.reason(),
                found.witness(),
                found.transcript(),
                found.other(),
                found.death(),
                shown);
    }

    private List<Investigated> seen(Scenario scenario) {
        return seen(List.of(scenario)).get(0);
    }

    private List<List<Investigated>> seen(List<Scenario> batch) {
        List<Transcript> transcripts = Running.all(implementation, batch);
        List<Transcript> others = other.isEmpty() ? List.of() : Running.all(other.get(), batch);
        List<List<Investigated>> seen = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            seen.add(
                    other.isEmpty()
                            ? judged(batch.get(i), transcripts.get(i))
                            : compared(batch.get(i), transcripts.get(i), others.get(i)));
        }
        return seen;
    }

    private static List<Investigated> judged(Scenario scenario, Transcript transcript) {
        List<Investigated> seen = new ArrayList<>();
        if (transcript.outcome() instanceof Outcome.Died died) {
            seen.add(new Investigated(
                    SweepTally.clauseOf(scenario, died),
                    DeathWords.symptom(scenario, died),
                    DeathWords.reason(scenario, died),
                    scenario,
                    transcript,
                    Optional.empty(),
                    Optional.of(died),
                    0));
        }
        Judge.judge(scenario, transcript)
                .forEach((clause, verdict) -> verdict.violations()
                        .forEach(violation -> seen.add(new Investigated(
                                clause,
                                violation.symptom(),
                                violation.reason(),
                                scenario,
                                transcript,
                                Optional.empty(),
                                Optional.empty(),
                                0))));
        return seen;
    }

    private static List<Investigated> compared(Scenario scenario, Transcript one, Transcript other) {
        boolean unsupported =
                one.outcome() instanceof Outcome.Unsupported || other.outcome() instanceof Outcome.Unsupported;
        if (unsupported) {
            return List.of();
        }
        return Comparison.compare(scenario, one, other).stream()
                .map(difference -> new Investigated(
                        "",
                        difference.symptom(),
                        difference.reason(),
                        scenario,
                        one,
                        Optional.of(other),
                        one.outcome() instanceof Outcome.Died died ? Optional.of(died) : Optional.empty(),
                        0))
                .toList();
    }
}
