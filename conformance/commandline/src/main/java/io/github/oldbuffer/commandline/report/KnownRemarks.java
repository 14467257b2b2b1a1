package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a file of known deviations, as a run shows it: entries that deviate no more, that have expired, or
 * that give no reason.
 *
 * @param filed everything on file
 * @param day of the run
 */
public record KnownRemarks(KnownDeviations filed, LocalDate day) {

    /** Says it, and returns the exit status that it asks for: 1 without a reason, and in CI 1 for whatever it is. */
    public int say(Run run, Terminal terminal) {
        List<KnownDeviation> entries = filed.of(run.implementation()).entries();
        List<String> lines = lines(entries, run);
        lines.forEach(
                line -> terminal.err().println(Printable.of(run.implementation().id() + ": " + line)));
        boolean noReason = entries.stream().anyMatch(KnownRemarks::givesNone);
        return noReason || terminal.ci() && !lines.isEmpty() ? ExitStatus.DEVIATES : ExitStatus.CONFORMS;
    }

    private List<String> lines(List<KnownDeviation> entries, Run run) {
        List<String> lines = new ArrayList<>();
        for (KnownDeviation entry : entries) {
            Optional<String> lapsed = entry.expiredOn(day) ? NearMiss.why(entry, day) : Optional.empty();
            if (RefiledRun.stale(entry, run).orElse(false)) {
                lines.add(entry.words() + " is on file and deviates no more"
                        + lapsed.map(why -> "; " + why).orElse(""));
            } else {
                lapsed.ifPresent(why -> lines.add(entry.words() + " counts as new, " + why));
            }
        }
        long none = entries.stream().filter(KnownRemarks::givesNone).count();
        if (none > 0) {
            lines.add(Words.count(none, "entry on file gives", "entries on file give")
                    + " no reason; a run passes once somebody has written why each is accepted");
        }
        return lines;
    }

    private static boolean givesNone(KnownDeviation entry) {
        return entry.reason().isBlank();
    }
}
