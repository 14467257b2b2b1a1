package io.github.oldbuffer.suite.known;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Witness;
import java.time.LocalDate;
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

    /** The edit as a unified diff that {@code patch} applies; empty where nothing changes. */
    public static String diff(String file, String before, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(file, file, old, DiffUtils.diff(old, fresh), CONTEXT);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
