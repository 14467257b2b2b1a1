package io.github.oldbuffer.reports.badge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.reports.words.Answer.Tone;
import io.github.oldbuffer.reports.words.Count;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The answer in the form that a shields.io endpoint serves, so that any web server can give a badge. */
public final class Badge {

    private static final int NAMED = 2;

    private Badge() {}

    public static String write(Results results) {
        ObjectNode badge = new JsonMapper()
                .createObjectNode()
                .put("schemaVersion", 1)
                .put("label", "old buffer protocol")
                .put("message", message(results.runs()))
                .put("color", colour(results.runs()));
        return badge.toPrettyString() + "\n";
    }

    private static String message(List<Run> runs) {
        if (runs.size() <= NAMED && !runs.isEmpty()) {
            return runs.stream()
                    .map(run -> who(run.implementation()) + " " + word(run))
                    .collect(Collectors.joining(", "));
        }
        long conforming = runs.stream().filter(Run::conforms).count();
        long known = runs.stream().filter(run -> Answer.tone(run) == Tone.KNOWN).count();
        return conforming + " of " + Count.of(runs.size(), "implementation conforms", "implementations conform")
                + (known == 0 ? "" : ", " + known + " with known deviations");
    }

    /** A port, or a function of Python, is judged in a CPython, and is not that CPython. */
    private static String who(Identity identity) {
        String place = identity.name() + " " + identity.version();
        return identity.id().matches("(port|call):.*") ? identity.id() + " in " + place : place;
    }

    private static String word(Run run) {
        Tally tally = Tally.of(run);
        return switch (Answer.tone(run)) {
            case GOOD -> "conforms";
            case KNOWN ->
                "conforms with "
                        + (tally.knownDeviations() > 0
                                ? Count.of(tally.knownDeviations(), "known deviation", "known deviations")
                                : Count.of(tally.known(Kind.DIFFERENCE), "known difference", "known differences"))
                        + (tally.deaths() > 0 ? ", " + Count.of(tally.deaths(), "call kills it", "calls kill it") : "");
            case OPEN -> "not judged";
            case BAD -> "does not conform";
        };
    }

    /** That of the worst answer: green is for what conforms without anything on file. */
    private static String colour(List<Run> runs) {
        return switch (runs.stream()
                .map(Answer::tone)
                .max(Comparator.naturalOrder())
                .orElse(Tone.OPEN)) {
            case GOOD -> "brightgreen";
            case KNOWN -> "yellow";
            case OPEN -> "lightgrey";
            case BAD -> "red";
        };
    }
}
