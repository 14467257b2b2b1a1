package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Sorts of calls that have killed often enough: each death costs a process, and soon teaches nothing; not a value, it
 * collects.
 */
public final class Avoidance {

    /** The file of a session in which deaths of its processes are noted. */
    public static final String FILE = "deaths.txt";

    /** With a NULL argument or an exception pending one death is like another. */
    private static final int ENOUGH_OF_UNUSUAL = 2;

    /** So many deaths are enough for any sort of call. */
    public static final int ENOUGH = 5;

    private final Map<String, Integer> deaths = new HashMap<>();

    /** What is noted in a session's folder; nothing where nothing is. */
    static Avoidance of(Path session) throws IOException {
        Avoidance avoidance = new Avoidance();
        Path file = session.resolve(FILE);
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(sort -> avoidance.deaths.merge(sort, 1, Integer::sum));
        }
        return avoidance;
    }

    void died(Scenario scenario, int step) {
        deaths.merge(sort(scenario, step), 1, Integer::sum);
    }

    /** Whether the scenario has a call that kills. */
    boolean avoids(Scenario scenario) {
        if (deaths.isEmpty()) {
            return false;
        }
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i) instanceof Step.Call call
                    && deaths.getOrDefault(sort(scenario, i), 0) >= (call.plain() ? ENOUGH : ENOUGH_OF_UNUSUAL)) {
                return true;
            }
        }
        return false;
    }

    /** A sort of step in a word: what is called, and with what. */
    public static String sort(Scenario scenario, int step) {
        if (step < 0 || step >= scenario.steps().size()) {
            return "tidying up";
        }
        if (!(scenario.steps().get(step) instanceof Step.Call call)) {
            return scenario.steps().get(step).getClass().getSimpleName();
        }
        String nulls = String.valueOf(call.nulls());
        if (!call.nulls().isEmpty()) {
            return call.function() + " " + nulls;
        }
        String kind = "";
        for (Step before : scenario.steps().subList(0, step)) {
            if (before instanceof Step.Make make && make.object() == call.object()) {
                kind = make.exporter().kind().word();
            }
        }
        return call.function() + " " + kind + (call.pending() == null ? "" : " pending");
    }
}
