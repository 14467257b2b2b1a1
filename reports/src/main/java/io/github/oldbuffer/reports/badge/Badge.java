package io.github.oldbuffer.reports.badge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.words.Count;
import java.util.List;
import java.util.stream.Collectors;

/** The answer in the form that a shields.io endpoint serves, so that any web server can give a badge. */
public final class Badge {

    private static final int NAMED = 2;

    private Badge() {}

    public static String write(Results results) {
        List<Tally> tallies = results.runs().stream().map(Tally::of).collect(Collectors.toUnmodifiableList());
        ObjectNode badge = new JsonMapper()
                .createObjectNode()
                .put("schemaVersion", 1)
                .put("label", "old buffer protocol")
                .put("message", message(results, tallies))
                .put("color", colour(results, tallies));
        return badge.toPrettyString() + "\n";
    }

    private static String message(Results results, List<Tally> tallies) {
        if (results.runs().size() <= NAMED && !results.runs().isEmpty()) {
            return results.runs().stream()
                    .map(run -> run.implementation().name() + " "
                            + run.implementation().version() + " " + word(run))
                    .collect(Collectors.joining(", "));
        }
        long conforming = tallies.stream().filter(Tally::conforms).count();
        return conforming + " of " + Count.of(tallies.size(), "implementation conforms", "implementations conform");
    }

    private static String word(Run run) {
        Tally tally = Tally.of(run);
        if (tally.conforms()) {
            String conforms = tally.known() == 0 ? "conforms" : "conforms (" + tally.known() + " known)";
            return run.differences().isEmpty()
                    ? conforms
                    : conforms + ", " + Count.of(run.differences().size(), "difference", "differences");
        }
        return tally.deviates() ? "does not conform" : "not judged";
    }

    private static String colour(Results results, List<Tally> tallies) {
        if (tallies.stream().anyMatch(Tally::deviates)) {
            return "red";
        }
        if (results.runs().stream().anyMatch(run -> !run.differences().isEmpty())) {
            return "yellow";
        }
        return tallies.isEmpty() || !tallies.stream().allMatch(Tally::conforms) ? "lightgrey" : "brightgreen";
    }
}
