package io.github.oldbuffer.reports.json;

import io.github.oldbuffer.reports.results.Attached;
import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Evidence.Drawing;
import io.github.oldbuffer.reports.results.Evidence.Seen;
import io.github.oldbuffer.reports.results.Met;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the types of evidence do not say. */
final class EvidenceCheck {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,40}\\.[a-z]{1,8}");
    private static final String WITNESS = "witness.json";
    private static final int MOST_TEXTS = 16;
    private static final int MOST_DIMENSIONS = 64;
    private static final List<String> POINTERS = List.of("UNTOUCHED", "NULL", "WITHIN", "ELSEWHERE");

    private EvidenceCheck() {}

    /** The first thing that is wrong: the place within the evidence, a colon, and a sentence. */
    static Optional<String> problem(Evidence evidence) {
        if (evidence.scenario() == null || !evidence.scenario().isObject()) {
            return Optional.of(".scenario: expected an object");
        }
        if (evidence.steps().size() > Scenario.MAX_STEPS || evidence.drawings().size() > Scenario.MAX_STEPS) {
            return Optional.of(": a scenario has at most " + Scenario.MAX_STEPS + " steps");
        }
        for (Seen seen : evidence.steps()) {
            if (seen.step() == null || seen.happened() == null || seen.model() == null) {
                return Optional.of(".steps: expected text");
            }
        }
        Met met = evidence.met();
        if (met != null
                && (met.size() < 1 || met.scenario() == null || !met.scenario().isObject())) {
            return Optional.of(".met: expected a size and a scenario");
        }
        for (Drawing drawing : evidence.drawings()) {
            if (!drawable(drawing)) {
                return Optional.of(".drawings: expected memory that can be drawn");
            }
        }
        return attached(evidence.attached());
    }

    /** Reports write these files, so a name must lead nowhere else, and to no file that they write themselves. */
    private static Optional<String> attached(Attached attached) {
        if (attached == null) {
            return Optional.empty();
        }
        if (attached.texts().size() > MOST_TEXTS) {
            return Optional.of(".attached.texts: expected at most " + MOST_TEXTS);
        }
        for (Map.Entry<String, String> text : attached.texts().entrySet()) {
            if (!NAME.matcher(text.getKey()).matches() || text.getKey().equals(WITNESS) || text.getValue() == null) {
                return Optional.of(".attached.texts: expected text by the name of a file, such as repro.c");
            }
        }
        return Optional.empty();
    }

    private static boolean drawable(Drawing drawing) {
        return drawing.call() != null
                && POINTERS.contains(drawing.pointer())
                && drawing.step() >= 0
                && drawing.memory() >= 0
                && drawing.itemsize() >= 0
                && drawing.shape().size() <= MOST_DIMENSIONS
                && drawing.strides().size() == drawing.shape().size()
                && drawing.shape().stream().allMatch(extent -> extent >= 0);
    }
}
