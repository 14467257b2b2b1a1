package io.github.oldbuffer.suite.known;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Witness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An edit of a file of known deviations that somebody has to read, give reasons for, and apply. */
public final class Proposal {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6}){0,5}");
    private static final int CONTEXT = 3;

    private Proposal() {}

    /**
     * An entry for what was found, for this very version and level and for any object, without a reason: until somebody
     * writes one, it excuses nothing.
     *
     * @param since the day on which it was found
     */
    public static KnownDeviation entry(
            Identity implementation, Optional<Level> level, Finding found, Witness witness, Optional<LocalDate> since) {
        Matcher numbers = NUMBERS.matcher(implementation.version());
        VersionRange range =
                numbers.lookingAt() ? VersionRange.parse("==" + numbers.group()).orElseThrow() : VersionRange.ALL;
        return new KnownDeviation(
                KnownDeviation.family(implementation),
                range,
                level,
                found.function(),
                Optional.ofNullable(found.clause()),
                List.of(found.symptom()),
                Set.of(),
                "",
                witness,
                since,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The edit as a unified diff that {@code patch -p0} applies, whatever ends the lines; empty where nothing changes.
     *
     * @param file as the diff is to call it
     */
    public static String diff(String file, String before, String after) {
        List<String> old = lines(before);
        String name = named(file);
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff(name, name, old, DiffUtils.diff(old, lines(after)), CONTEXT);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** Carriage returns belong to their lines, for {@code patch} compares them. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + "\n\\ No newline at end of file");
        }
        return lines;
    }

    /** A name with white space ends at a tab, and one that a line cannot hold stands in quotes, as Git writes them. */
    private static String named(String file) {
        if (file.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
            String escaped = file.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r")
                    .replace("\t", "\\t");
            return "\"" + escaped + "\"";
        }
        return file.contains(" ") ? file + "\t" : file;
    }
}
