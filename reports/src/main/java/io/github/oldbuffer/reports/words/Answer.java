package io.github.oldbuffer.reports.words;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who conforms, in a sentence. */
public final class Answer {

    private Answer() {}

    /** Such as {@code model conforms; cpython conforms with 22 known deviations (49 clauses hold, 2 deviate as known)}. */
    public static String of(Results results) {
        return results.runs().stream().map(Answer::of).collect(Collectors.joining("; "));
    }

    /** Such as {@code model conforms}. */
    public static String of(Run run) {
        return run.implementation().id() + " " + predicate(run);
    }

    /** The same without the name. */
    public static String predicate(Run run) {
        Tally tally = Tally.of(run);
        return judged(run, tally) + clauses(tally) + knownDifferences(tally);
    }

    /** What the answer amounts to; pages and terminals give each its colour. */
    public static Tone tone(Run run) {
        if (run.deviates()) {
            return Tone.BAD;
        } else if (!run.complete()) {
            return Tone.OPEN;
        }
        return Tally.of(run).knownFindings().isEmpty() ? Tone.GOOD : Tone.KNOWN;
    }

    /** What an answer amounts to. */
    public enum Tone {
        /** Nothing was found. */
        GOOD,
        /** Nothing was found but what is on file. */
        KNOWN,
        /** It could not be judged. */
        OPEN,
        /** Something was found that is not on file. */
        BAD
    }

    private static String judged(Run run, Tally tally) {
        if (run.deviates()) {
            return "does not conform: "
                    + joined(
                            counted(tally.fresh(Kind.VIOLATION), "new deviation", "new deviations"),
                            counted(tally.fresh(Kind.DEATH), "new death", "new deaths"),
                            counted(tally.fresh(Kind.DIFFERENCE), "new difference", "new differences"));
        } else if (!run.complete()) {
            return "could not be judged: "
                    + (tally.notExercised() == 0
                            ? run.broken()
                            : Count.of(tally.notExercised(), "clause was not exercised", "clauses were not exercised"));
        } else if (tally.knownDeviations() > 0) {
            return "conforms with " + Count.of(tally.knownDeviations(), "known deviation", "known deviations");
        }
        return "conforms";
    }

    /** How the clauses came out, where they did not all hold. */
    private static String clauses(Tally tally) {
        if (tally.held() == tally.clauses() && tally.deaths() == 0) {
            return "";
        }
        String told = joined(
                tally.clauses() == 0 ? "" : Count.of(tally.held(), "clause holds", "clauses hold"),
                counted(tally.known(), "deviates as known", "deviate as known"),
                counted(tally.fresh(), "deviates in a new way", "deviate in a new way"),
                counted(tally.died(), "died", "died"),
                counted(tally.notExercised(), "was not exercised", "were not exercised"),
                counted(tally.notApplicable(), "does not apply", "do not apply"));
        String deaths = counted(tally.deaths(), "call kills the process", "calls kill the process");
        return " (" + Stream.of(told, deaths).filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")) + ")";
    }

    private static String knownDifferences(Tally tally) {
        String known = counted(tally.known(Kind.DIFFERENCE), "known difference", "known differences");
        return known.isEmpty() ? "" : "; " + known;
    }

    private static String counted(int number, String one, String many) {
        return number == 0 ? "" : Count.of(number, one, many);
    }

    private static String joined(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
