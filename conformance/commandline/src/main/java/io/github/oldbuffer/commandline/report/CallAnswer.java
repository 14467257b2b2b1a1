package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.Explored;
import java.time.LocalDate;
import java.util.List;

/**
 * What is said and written of one function that takes memory, however its scenarios came about.
 *
 * @param onFile what is known of it, whether it applies today or not
 * @param sources where in the repository findings stand
 */
public record CallAnswer(
        Terminal terminal,
        Report report,
        KnownDeviations onFile,
        LocalDate today,
        Stopwatch stopwatch,
        SourceRoot sources) {

    /** What a command does with results that are written, before they are printed. */
    @FunctionalInterface
    public interface Afterwards {
        void take(Results results) throws CommandException;
    }

    /**
     * Reports what was found.
     *
     * @param results what they say besides
     * @param known the file that was given; {@code null} for none
     * @return the exit status
     */
    public int of(Judgement judged, KitResults results, String known, Afterwards afterwards) throws CommandException {
        judged.notes().forEach(note -> terminal.err().println("note: " + Printable.of(note)));
        int remarked = new KnownRemarks(onFile, today).say(judged.run(), terminal);
        Run run = judged.run().withMeasured(stopwatch.measured());
        Results written = report.write(results.about(List.of(run)).withSources(Sources.ofKnown(known, sources)));
        afterwards.take(written);
        report.print(written);
        int lost = report.remarks(new Explored(run, judged.lost()));
        return ExitStatus.worse(
                remarked, ExitStatus.worse(ExitStatus.of(written.runs().get(0)), lost));
    }
}
