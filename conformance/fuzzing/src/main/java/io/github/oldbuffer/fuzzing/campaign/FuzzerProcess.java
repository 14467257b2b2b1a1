package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.fuzzing.targets.StateFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process that fuzzes: Jazzer in a Java of its own, started again as often as it dies. */
final class FuzzerProcess {

    private static final int GRACE_SECONDS = 5;
    private static final long SECONDS_TO_STOP = 10;
    private static final long TAIL_OF_LOG = 64 << 10;
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");

    private final CampaignPlan plan;
    private final int number;
    private final StateFile state;
    private final Duration stuckAfter;
    private Process process;
    private long executionsBefore;
    private long executionsSeen = -1;
    private long seenAt;

    FuzzerProcess(CampaignPlan plan, int number) throws IOException {
        this.plan = plan;
        this.number = number;
        this.stuckAfter = Duration.ofSeconds(JazzerCommand.secondsForOneInput(plan.implementations()) + GRACE_SECONDS);
        this.state = StateFile.open(plan.session().resolve("state-" + number));
    }

    /** Starts it, for so many seconds at most. */
    void start(long seconds) throws IOException {
        executionsBefore = state.get(StateFile.Count.EXECUTIONS);
        state.settle();
        ProcessBuilder builder = new ProcessBuilder(JazzerCommand.of(plan, number, seconds));
        if (plan.nativeCoverage()) {
            NativeHooks.preload(builder.environment(), plan.session());
        }
        process = builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    boolean started() {
        return process != null;
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** Kills it where it has been at one input for too long: native code that loops hears nobody. */
    void watch() {
        long executions = state.get(StateFile.Count.EXECUTIONS);
        if (executions != executionsSeen || state.get(StateFile.Count.UNDER_WAY) == 0) {
            executionsSeen = executions;
            seenAt = System.nanoTime();
        } else if (alive() && System.nanoTime() - seenAt > stuckAfter.toNanos()) {
            process.destroyForcibly();
        }
    }

    /** Whether it has run anything since it was started. */
    boolean ran() {
        return state.get(StateFile.Count.EXECUTIONS) > executionsBefore;
    }

    StateFile state() {
        return state;
    }

    int number() {
        return number;
    }

    /** Ends it: first as the fuzzer expects, so that it writes what it has, then by force. */
    void stop() {
        if (!alive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        state.settle();
    }

    /** What the fuzzer last said of its coverage; 0 where it has said nothing yet. */
    long coverage() {
        Matcher matcher = COVERAGE.matcher(tail());
        long coverage = 0;
        while (matcher.find()) {
            coverage = Long.parseLong(matcher.group(1));
        }
        return coverage;
    }

    /** The last line that says why it ended, or the last line at all. */
    String lastWords() {
        List<String> lines = tail().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> line.contains("Exception: ") || line.contains("Error: "))
                .reduce((first, last) -> last)
                .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
    }

    private String tail() {
        try {
            byte[] all = Files.exists(log()) ? Files.readAllBytes(log()) : new byte[0];
            int from = (int) Math.max(0, all.length - TAIL_OF_LOG);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private Path log() {
        return plan.session().resolve("fuzzer-" + number + ".log");
    }
}
