package io.github.oldbuffer.ports.stress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.oldbuffer.ports.stress.StressProcess.DiedException;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.reduce.Reductions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;

/**
 * Repeats scenarios and tells which let memory grow. A process that died of one is replaced.
 *
 * <p>Not a value: it keeps a process.
 */
final class MemoryWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Copies of a scenario in a batch: crossing into C once for each would take longer than the scenario. */
    private static final int COPIES = 50;

    /** Repetitions that are enough to suspect a scenario, and to see whether a smaller one shows the same. */
    private static final int FEW = StressPlan.FEWEST;

    private static final int ATTEMPTS = 60;

    /** By how much longer a scenario is repeated that lets memory grow. */
    private static final int FOR_CACHES = 10;

    private static final long MOST_BYTES = 1L << 29;

    private final StressTarget target;
    private final int repetitions;
    private StressProcess process;
    private int unsupported;
    private int died;
    private Optional<Death> worn = Optional.empty();
    private long judged;

    MemoryWatch(StressTarget target, int repetitions) {
        this.target = target;
        this.repetitions = repetitions;
    }

    /** A scenario that lets memory grow. */
    record Leak(Scenario scenario, Growth growth) {}

    /** A scenario that killed the process by being repeated; the death is such as {@code CRASHED (SIGSEGV)}. */
    record Death(Scenario scenario, String death) {}

    /** The first scenario that ended well once, and twice killed a process by being repeated. */
    Optional<Death> worn() {
        return worn;
    }

    int unsupported() {
        return unsupported;
    }

    /** Scenarios that the process died of, of which nothing is said here. */
    int died() {
        return died;
    }

    long judged() {
        return judged;
    }

    /** What a scenario leaves behind; looked at with all repetitions only where a few have shown something. */
    Optional<Growth> growth(Scenario scenario) throws IOException {
        try {
            JsonNode first = asked(scenario, FEW);
            if (first.has("unsupported") || !Growth.told(first)) {
                unsupported++;
                return Optional.empty();
            }
            judged++;
            return Growth.of(first, half(FEW)).isPresent() ? grown(scenario, repetitions) : Optional.empty();
        } catch (DiedException death) {
            died++;
            close();
            if (worn.isEmpty() && !late(death)) {
                worn = repeated(scenario);
            }
            return Optional.empty();
        }
    }

    /** Whether it had to be ended, as happens on a slow machine. */
    private static boolean late(DiedException death) {
        return death.getMessage().startsWith("TIMED_OUT");
    }

    /** What a scenario dies of at once is found by a run; what many repetitions of it are needed for shows only here. */
    private Optional<Death> repeated(Scenario scenario) throws IOException {
        try {
            asked(scenario, COPIES);
        } catch (DiedException atOnce) {
            close();
            return Optional.empty();
        }
        close();
        try {
            asked(scenario, repetitions);
            return Optional.empty();
        } catch (DiedException again) {
            return late(again) ? Optional.empty() : Optional.of(new Death(scenario, again.getMessage()));
        } finally {
            close();
        }
    }

    /** The smallest scenario that leaves as much behind, as a process that has run nothing else tells. */
    Optional<Leak> smallest(Scenario scenario) throws IOException {
        Scenario smallest = scenario;
        try {
            int left = ATTEMPTS;
            Iterator<Scenario> smaller = Reductions.of(smallest).iterator();
            while (left-- > 0 && smaller.hasNext()) {
                Scenario next = smaller.next();
                if (grown(next, FEW).isPresent()) {
                    smallest = next;
                    smaller = Reductions.of(smallest).iterator();
                }
            }
            close();
            Scenario found = smallest;
            Optional<Growth> growth = grown(found, repetitions);
            if (growth.isEmpty() || fills(found, growth.get())) {
                return Optional.empty();
            }
            return growth.map(grown -> new Leak(found, grown));
        } catch (DiedException death) {
            died++;
            close();
            return Optional.empty();
        }
    }

    /** Whether what grew was but a cache, which is full some time. */
    private boolean fills(Scenario scenario, Growth growth) throws IOException, DiedException {
        close();
        int most = growth.most(MOST_BYTES);
        int times = Math.min(FOR_CACHES * repetitions, most);
        return times >= 2 * repetitions && grown(scenario, times).isEmpty();
    }

    private Optional<Growth> grown(Scenario scenario, int times) throws IOException, DiedException {
        return Growth.of(asked(scenario, times), half(times));
    }

    private static int half(int times) {
        return times / COPIES / 2 * COPIES;
    }

    private JsonNode asked(Scenario scenario, int times) throws IOException, DiedException {
        if (process == null) {
            process = StressProcess.start(target);
        }
        ByteBuffer batch = PackedScenarios.encode(Collections.nCopies(COPIES, scenario), ByteBuffer.allocate(1 << 12));
        byte[] bytes = new byte[batch.remaining()];
        batch.get(bytes);
        return process.ask(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("ask", "memory")
                        .put("batch", HexFormat.of().formatHex(bytes))
                        .put("times", times / COPIES),
                PATIENCE);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
            process = null;
        }
    }
}
