package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.fuzzing.targets.Lead;
import io.github.oldbuffer.fuzzing.targets.Session;
import io.github.oldbuffer.fuzzing.targets.StateFile;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.suite.search.DeathBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Runs the processes of a campaign until its time is over, it is stopped, or something new was met that it shall stop
 * for.
 *
 * <p>Not a value. What is worth keeping lies in files from the moment it is met: inputs in the corpus, leads in the
 * session; so nothing is lost by a death of a process or of the campaign.
 */
public final class Campaign implements AutoCloseable {

    private static final long MILLIS_BETWEEN_LOOKS = 250;
    private static final int FRUITLESS_STARTS = 5;

    private final CampaignPlan plan;
    private final LeadFiles leadFiles;
    private final List<FuzzerProcess> processes = new ArrayList<>();
    private final long began = System.nanoTime();
    private int deaths;
    private int fruitless;
    private long firstRan;
    private volatile boolean stopped;

    /** @throws CampaignException where its files cannot be used */
    public Campaign(CampaignPlan plan) throws CampaignException {
        this.plan = plan;
        this.leadFiles = new LeadFiles(plan.session());
        try {
            for (int i = 0; i < plan.processes(); i++) {
                Path state = plan.session().resolve("state-" + i);
                if (Files.exists(state)) {
                    // of a campaign that was killed: what was under way then may be what killed it
                    StateFile before = StateFile.open(state);
                    if (before.get(StateFile.Count.UNDER_WAY) == 1) {
                        leadFiles.death(before.input());
                    }
                    Files.delete(state);
                }
                processes.add(new FuzzerProcess(plan, i));
            }
        } catch (IOException unusable) {
            throw unusable(unusable);
        }
    }

    /**
     * Takes scenarios that are known to kill off the fuzzer's hands: they are leads from the beginning, and their calls
     * are avoided.
     */
    public void knowDeaths(List<Scenario> deadly) throws CampaignException {
        try {
            for (Scenario scenario : deadly) {
                Optional<byte[]> input = FuzzCodec.encode(scenario);
                if (input.isPresent()) {
                    for (int i = 0; i < DeathBudget.ENOUGH; i++) {
                        died(input.get());
                    }
                }
            }
        } catch (IOException unusable) {
            throw unusable(unusable);
        }
    }

    /** Ends it soon; may be called by another thread. */
    public void stop() {
        stopped = true;
    }

    /**
     * Runs it to its end.
     *
     * @param watcher is told now and then how it stands
     * @param enough is asked about each new lead whether the campaign shall stop for it
     * @throws CampaignException where no process starts
     */
    public void run(Consumer<Figures> watcher, Predicate<Lead> enough) throws CampaignException {
        Map<String, Lead> met = new LinkedHashMap<>();
        try {
            while (!stopped && left() > 0) {
                for (FuzzerProcess process : processes) {
                    if (!process.alive()) {
                        again(process);
                    }
                }
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
                processes.forEach(FuzzerProcess::watch);
                if (firstRan == 0 && sum(StateFile.Count.EXECUTIONS) > 0) {
                    firstRan = System.nanoTime();
                }
                for (Lead lead : leadFiles.read().values()) {
                    if (met.putIfAbsent(lead.name(), lead) == null && enough.test(lead)) {
                        stopped = true;
                    }
                }
                watcher.accept(figures());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException unusable) {
            throw unusable(unusable);
        } finally {
            close();
        }
        watcher.accept(figures());
    }

    private void again(FuzzerProcess process) throws IOException, CampaignException {
        StateFile state = process.state();
        boolean first = !process.started();
        if (!first) {
            fruitless = process.ran() ? 0 : fruitless + 1;
            if (fruitless >= FRUITLESS_STARTS) {
                throw new CampaignException("the fuzzer does not start: " + process.lastWords(), null);
            }
            if (state.get(StateFile.Count.UNDER_WAY) == 1) {
                deaths++;
                died(state.input());
            }
        }
        process.start((long) Math.ceil(left()));
    }

    /** Notes the input, and what to keep away from should it go on like this. */
    private void died(byte[] input) throws IOException {
        leadFiles.death(input);
        Optional<Scenario> scenario =
                plan.target().implementations() > 0 ? FuzzCodec.decode(input) : Optional.<Scenario>empty();
        if (scenario.isEmpty()) {
            return;
        }
        // nobody knows which call it was: the last unusual one is the likeliest, and else the last
        List<Step> steps = scenario.get().steps();
        int likeliest = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Call call && (likeliest < 0 || !call.plain() || plain(steps, likeliest))) {
                likeliest = i;
            }
        }
        Files.write(
                plan.session().resolve(Session.DEATHS),
                DeathBudget.culprits(scenario.get(), likeliest),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static boolean plain(List<Step> steps, int index) {
        return ((Step.Call) steps.get(index)).plain();
    }

    /** Everything met so far, also by campaigns before in the same session. */
    public List<Lead> leads() throws CampaignException {
        try {
            return List.copyOf(leadFiles.read().values());
        } catch (IOException unusable) {
            throw unusable(unusable);
        }
    }

    /** How often each clause was exercised, by id; those never exercised are left out. */
    public Map<String, Long> exercised() {
        Map<String, Long> exercised = new LinkedHashMap<>();
        List<Clause> all = Clauses.all();
        for (int i = 0; i < all.size(); i++) {
            long times = 0;
            for (FuzzerProcess process : processes) {
                times += process.state().exercised(i);
            }
            if (times > 0) {
                exercised.put(all.get(i).id(), times);
            }
        }
        return exercised;
    }

    public Figures figures() throws CampaignException {
        try (Stream<Path> inputs = Files.list(plan.corpus())) {
            return new Figures(
                    sum(StateFile.Count.EXECUTIONS),
                    sum(StateFile.Count.REJECTED),
                    sum(StateFile.Count.UNSUPPORTED),
                    sum(StateFile.Count.AVOIDED),
                    processes.stream()
                            .mapToLong(process -> process.state().get(StateFile.Count.BEHAVIOURS))
                            .max()
                            .orElse(0),
                    processes.stream().mapToLong(FuzzerProcess::coverage).max().orElse(0),
                    inputs.count(),
                    leadFiles.read().size(),
                    deaths,
                    (System.nanoTime() - began) / 1e9,
                    firstRan == 0 ? 0 : (System.nanoTime() - firstRan) / 1e9);
        } catch (IOException unusable) {
            throw unusable(unusable);
        }
    }

    private long sum(StateFile.Count count) {
        return processes.stream()
                .mapToLong(process -> process.state().get(count))
                .sum();
    }

    /** Seconds. */
    private double left() {
        return plan.duration().toMillis() / 1e3 - (System.nanoTime() - began) / 1e9;
    }

    private static CampaignException unusable(IOException cause) {
        return new CampaignException("the campaign's files cannot be used: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        processes.parallelStream().forEach(FuzzerProcess::stop);
    }
}
