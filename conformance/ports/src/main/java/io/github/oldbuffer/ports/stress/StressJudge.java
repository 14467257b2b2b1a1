package io.github.oldbuffer.ports.stress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.ports.stress.StressProcess.DiedException;
import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.text.StepText;
import io.github.oldbuffer.suite.search.FindingIds;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a target by the clauses about what only shows over time.
 *
 * <p>Not a value: it gathers what was seen.
 */
public final class StressJudge {

    private static final String MEMORY = "STRESS-1";
    private static final String COLLECTOR = "STRESS-2";
    private static final String THREADS = "STRESS-3";

    /** What is told of a finding that is about no one function. */
    private static final String FUNCTIONS = "the four functions";

    private static final String FORMAT = "oldbuffer-stress";

    /** How long threads work at most, and how long one may take for its last step. */
    private static final Duration AT_WORK = Duration.ofSeconds(20);

    private static final Duration STUCK = Duration.ofMinutes(2);

    /** For all that is asked at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private final StressTarget target;
    private final StressPlan plan;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, ClauseResult> verdicts = new HashMap<>();

    private StressJudge(StressTarget target, StressPlan plan) {
        this.target = target;
        this.plan = plan;
    }

    /**
     * Judges.
     *
     * @throws IOException with one sentence where the interpreter does not run
     */
    public static Run judge(StressTarget target, StressPlan plan) throws IOException {
        StressJudge judge = new StressJudge(target, plan);
        long[] scenarios = plan.asks(MEMORY) ? judge.memory() : new long[] {0, 0};
        if (plan.asks(COLLECTOR)) {
            judge.collector();
        }
        if (plan.asks(THREADS)) {
            judge.threads();
        }
        List<Finding> named =
                FindingIds.named(target.identity(), Causes.grouped(judge.findings, (one, other) -> false));
        List<ClauseResult> clauses = Clauses.ofStress().stream()
                .filter(clause -> plan.asks(clause.id()))
                .map(clause -> judge.verdicts.get(clause.id()))
                .toList();
        return new Run(target.identity(), scenarios[0], scenarios[1], clauses, named, List.of(), null, null, null);
    }

    /** Repeats scenarios; how many, and how many of them could not be. */
    private long[] memory() throws IOException {
        Set<String> blamed = new HashSet<>();
        List<Scenario> scenarios = plan.scenarios(PackedImplementation.supports(target.identity()));
        try (MemoryWatch watch = new MemoryWatch(target, plan.repetitions())) {
            for (Scenario scenario : scenarios) {
                Optional<Growth> growth = watch.growth(scenario);
                if (growth.isPresent() && !blamed.contains(blame(scenario))) {
                    Optional<MemoryWatch.Leak> leak = plan.only().isPresent()
                            ? growth.map(grown -> new MemoryWatch.Leak(scenario, grown))
                            : watch.smallest(scenario);
                    if (leak.isPresent() && blamed.add(blame(leak.get().scenario()))) {
                        findings.add(leak(leak.get()));
                    }
                }
            }
            watch.worn().ifPresent(worn -> findings.add(death(worn)));
            if (blamed.isEmpty() && watch.worn().isPresent()) {
                verdict(MEMORY, Verdict.DIED, "the process died", watch.judged());
            } else if (blamed.isEmpty() && watch.judged() == 0) {
                verdict(MEMORY, Verdict.NOT_EXERCISED, watch.died() + " scenarios killed the process", 0);
            } else {
                verdict(MEMORY, blamed.isEmpty() ? Verdict.HOLDS : Verdict.VIOLATED, null, watch.judged());
            }
            return new long[] {scenarios.size(), watch.unsupported()};
        }
    }

    /** The function whose calls a scenario makes, the last of them where it makes several. */
    private static String blame(Scenario scenario) {
        return StepSubject.function(scenario, scenario.steps().size() - 1);
    }

    private Finding death(MemoryWatch.Death worn) {
        Scenario scenario = worn.scenario();
        List<Evidence.Seen> steps = new ArrayList<>();
        for (Step step : scenario.steps()) {
            steps.add(new Evidence.Seen(StepText.of(step), "done", ""));
        }
        String when = "when the scenario was repeated";
        steps.add(new Evidence.Seen("All of it many times", worn.death(), "as once"));
        ObjectNode witness = witness(MEMORY);
        witness.set("scenario", ScenarioJson.toTree(scenario));
        return new Finding(
                null,
                Kind.DEATH,
                blame(scenario),
                null,
                worn.death() + " " + when,
                null,
                StepSubject.object(scenario, scenario.steps().size() - 1),
                "the process died " + when + ", and not when it ran a few times: " + worn.death(),
                null,
                worn.death().replaceFirst("^\\w+ \\((.*)\\)$", "$1"),
                null,
                null,
                new Evidence(witness, steps, List.of()),
                null);
    }

    private Finding leak(MemoryWatch.Leak leak) {
        Scenario scenario = leak.scenario();
        List<Evidence.Seen> steps = new ArrayList<>();
        for (Step step : scenario.steps()) {
            steps.add(new Evidence.Seen(StepText.of(step), "done", ""));
        }
        String grew = "memory grew by " + leak.growth().words();
        steps.add(new Evidence.Seen(
                String.format("All of it %,d times, and the end of every object", plan.repetitions()),
                grew,
                "it does not grow"));
        ObjectNode witness = witness(MEMORY);
        witness.set("scenario", ScenarioJson.toTree(scenario));
        return finding(
                MEMORY,
                blame(scenario),
                "memory grows with the number of calls",
                StepSubject.object(scenario, scenario.steps().size() - 1),
                grew + ", in " + String.format("%,d", plan.repetitions()) + " repetitions as in the first thousand",
                witness,
                steps);
    }

    private void collector() throws IOException {
        int judged = 0;
        try (StressProcess process = StressProcess.start(target)) {
            JsonNode answer = process.ask(question("collector"), PATIENCE);
            for (JsonNode each : answer.path("kinds")) {
                judged++;
                boolean alone = !each.path("before").isNull();
                String left = each.path(alone ? "before" : "after").asText();
                if (alone || !each.path("after").isNull()) {
                    String kind = each.path("kind").asText();
                    findings.add(finding(
                            COLLECTOR,
                            alone ? "gc.collect" : FUNCTIONS,
                            alone
                                    ? "an object with a view of itself " + left
                                    : "after calls an object with a view of itself " + left,
                            kind,
                            "an object of the kind " + kind + ", which holds a memoryview of its own memory, " + left
                                    + (alone
                                            ? ""
                                            : " once the functions were called with it, and without calls it is gone"),
                            witness(COLLECTOR),
                            List.of(
                                    new Evidence.Seen("Make o0 in Python = an object of the kind " + kind, "made", ""),
                                    new Evidence.Seen("o0.view = memoryview(o0)", "done", ""),
                                    new Evidence.Seen(
                                            alone ? "Nothing is called" : "Call the four functions with o0 and o0.view",
                                            "done",
                                            ""),
                                    new Evidence.Seen("Drop o0, and collect", "it " + left, "it is gone"))));
                }
            }
            verdict(COLLECTOR, violated(COLLECTOR) ? Verdict.VIOLATED : Verdict.HOLDS, null, judged);
        } catch (DiedException died) {
            died(COLLECTOR, died.getMessage(), "while objects with a view of themselves were dropped");
        }
    }

    private void threads() throws IOException {
        ObjectNode question = question("threads")
                .put("seed", plan.seed())
                .put("steps", plan.steps())
                .put("seconds", AT_WORK.toSeconds())
                .put("patience", STUCK.toSeconds());
        try (StressProcess process = StressProcess.start(target)) {
            JsonNode answer = process.ask(question, PATIENCE);
            if (answer.path("stuck").asBoolean()) {
                died(THREADS, "TIMED_OUT (" + STUCK.toSeconds() + " s)", "in a call of four threads");
                return;
            }
            for (JsonNode each : answer.path("problems")) {
                String kind = each.path("kind").asText();
                String detail = each.path("detail").asText();
                findings.add(finding(
                        THREADS,
                        each.path("function").asText(),
                        each.path("symptom").asText(),
                        kind,
                        detail,
                        witness(THREADS).put("seed", plan.seed()).put("steps", plan.steps()),
                        List.of(
                                new Evidence.Seen(
                                        "Make o0 in Python = " + kind + ", which four threads share", "made", ""),
                                new Evidence.Seen(
                                        "Call "
                                                + target.named(
                                                        each.path("function").asText())
                                                + " with it while others resize, release and call",
                                        detail,
                                        "as alone"))));
            }
            verdict(
                    THREADS,
                    violated(THREADS) ? Verdict.VIOLATED : Verdict.HOLDS,
                    null,
                    answer.path("calls").asLong());
        } catch (DiedException died) {
            died(THREADS, died.getMessage(), "while four threads called the functions on shared objects");
        }
    }

    private boolean violated(String clause) {
        return findings.stream().anyMatch(finding -> clause.equals(finding.clause()));
    }

    private void died(String clause, String death, String when) {
        findings.add(new Finding(
                null,
                Kind.DEATH,
                FUNCTIONS,
                null,
                death + " " + when,
                null,
                "several",
                "the process died of " + death + " " + when,
                null,
                death.replaceFirst("^\\w+ \\((.*)\\)$", "$1"),
                null,
                null,
                new Evidence(witness(clause), List.of(new Evidence.Seen(when, death, "nothing")), List.of()),
                null));
        verdict(clause, Verdict.DIED, "the process died", 0);
    }

    private void verdict(String clause, Verdict verdict, String why, long exercised) {
        String level = Clauses.find(clause).orElseThrow().level().word();
        verdicts.put(clause, new ClauseResult(clause, level, verdict, why, exercised));
    }

    private static ObjectNode question(String what) {
        return JsonNodeFactory.instance.objectNode().put("ask", what);
    }

    private static ObjectNode witness(String clause) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("version", 1)
                .put("clause", clause);
    }

    private static Finding finding(
            String clause,
            String function,
            String symptom,
            String object,
            String reason,
            ObjectNode witness,
            List<Evidence.Seen> steps) {
        return new Finding(
                null,
                Kind.VIOLATION,
                function,
                clause,
                symptom,
                null,
                object,
                reason,
                null,
                null,
                null,
                null,
                new Evidence(witness, steps, List.of()),
                null);
    }
}
