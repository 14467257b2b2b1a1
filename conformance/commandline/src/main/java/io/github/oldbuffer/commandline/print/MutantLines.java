package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.mutants.Mutants;
import io.github.oldbuffer.mutants.strength.KillMatrix;
import io.github.oldbuffer.mutants.strength.KillRow;
import io.github.oldbuffer.mutants.strength.Silence;
import io.github.oldbuffer.mutants.strength.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code ./conform list mutants} prints. */
public final class MutantLines {
    /** How many scenarios a kill took, as one character from strong to weak; the last one is the default tries. */
    private static final String HEAT = ".:-=+*#@";

    private static final int NAME = 46;

    private MutantLines() {}

    /** Each mutant with the clause that it breaks. */
    public static List<String> names() {
        return Mutants.all().stream()
                .map(mutant -> String.format(
                        "%-" + NAME + "s  %-8s  %s%s",
                        mutant.name(),
                        mutant.clause(),
                        mutant.sentence(),
                        mutant.alsoBreaks().isEmpty()
                                ? ""
                                : " (also breaks " + String.join(", ", mutant.alsoBreaks()) + ")"))
                .toList();
    }

    /** What the last whole measurement found, with a mark for each seed. */
    public static List<String> results(Strength strength) {
        KillMatrix matrix = strength.mutants();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%-" + NAME + "s  %6s  %6s  %-" + matrix.seeds() + "s  %s",
                "mutant",
                "median",
                "worst",
                "seeds",
                "also killed by"));
        for (KillRow row : matrix.rows()) {
            StringBuilder heat = new StringBuilder();
            row.scenarios().forEach(needed -> heat.append(mark(needed)));
            lines.add(String.format(
                            "%-" + NAME + "s  %6d  %6d  %s  %s",
                            row.mutant(),
                            row.median(),
                            row.worst(),
                            heat,
                            String.join(" ", row.others().keySet()))
                    .stripTrailing());
        }
        lines.add("");
        lines.add("scenarios that a kill took: " + legend() + "; x survived");
        lines.add(String.format(
                Locale.ROOT,
                "mutants killed: %d / %d, by their own clause, with each of %d seeds and %,d tries",
                matrix.rows().size() - matrix.survivors().size(),
                matrix.rows().size(),
                matrix.seeds(),
                matrix.tries()));
        for (Silence silence : strength.silence()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "false alarms: %d / %,d scenarios of %s, %d seeds",
                    silence.alarms().size(),
                    silence.scenarios(),
                    silence.implementation(),
                    silence.seeds()));
        }
        return lines;
    }

    private static char mark(int needed) {
        return needed == 0 ? 'x' : HEAT.charAt(Math.min(HEAT.length() - 1, step(needed)));
    }

    /** Each step is three times as many scenarios as the one before. */
    private static int step(int needed) {
        int step = 0;
        for (long most = 1; most < needed; most *= 3) {
            step++;
        }
        return step;
    }

    private static String legend() {
        List<String> words = new ArrayList<>();
        long most = 1;
        for (char mark : HEAT.toCharArray()) {
            boolean last = words.size() == HEAT.length() - 1;
            words.add(mark + (last ? " more" : " " + most));
            most *= 3;
        }
        return String.join("  ", words);
    }
}
