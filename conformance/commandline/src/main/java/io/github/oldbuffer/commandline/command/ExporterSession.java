package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.consumers.PythonChoice;
import io.github.oldbuffer.consumers.exporter.ExporterJudge;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges an object's type as an exporter in interpreters, and reports what was found.
 *
 * @param ids of the interpreters; none stands for the one that is active
 * @param known as given on the command line, or {@code null}
 * @param onFile what it stands for; empty for nothing
 */
record ExporterSession(
        Terminal terminal,
        List<String> ids,
        String expression,
        String setup,
        String known,
        Optional<KnownDeviations> onFile,
        Path out) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Judges, writes the report and prints the result; returns the exit status. */
    int run() throws CommandException {
        Report report = new Report(terminal, Report.prepared(out));
        List<Run> runs = new ArrayList<>();
        int status = judge(runs);
        if (runs.isEmpty()) {
            return status;
        }
        report.print(report.write(KitResults.of("object", "--exporter")
                .with(List.of(expression))
                .implementations(ids)
                .option("--setup", setup.isEmpty() ? null : setup)
                .option("--known", known)
                .about(runs)));
        for (Run run : runs) {
            status = ExitStatus.worse(status, ExitStatus.of(run));
        }
        return status;
    }

    /**
     * Judges in each interpreter.
     *
     * @param runs gets what was found
     * @return {@link ExitStatus#NOT_JUDGED} where one of them could not be asked
     */
    int judge(List<Run> runs) throws CommandException {
        KnownDeviations entries = onFile.orElse(KnownDeviations.NONE).on(LocalDate.now());
        int status = ExitStatus.CONFORMS;
        List<Path> pythons = new ArrayList<>();
        for (String id : ids) {
            pythons.add(python(id));
        }
        if (pythons.isEmpty()) {
            pythons.add(null);
        }
        for (Path python : pythons) {
            try {
                Stopwatch stopwatch = Stopwatch.start();
                Interpreter interpreter = PythonChoice.of(python, terminal.environment());
                WorkerSetting setting = WorkerSetting.prepare(interpreter, List.of(), PATIENCE);
                runs.add(new ExporterJudge(setting, entries)
                        .judge(expression, setup)
                        .withMeasured(stopwatch.measured()));
            } catch (CallException unusable) {
                CommandException failed = CallCommand.failed(unusable);
                if (failed.status() == ExitStatus.USAGE) {
                    throw failed;
                }
                status = notJudged(status, failed.getMessage());
            } catch (UnavailableException | IOException missing) {
                // which commands about functions name with an option of their own
                String sentence = String.valueOf(missing.getMessage()).replace("--python", "-i cpython:PATH");
                status = notJudged(status, Printable.of(sentence));
            }
        }
        return status;
    }

    private int notJudged(int status, String sentence) {
        terminal.err().println(sentence);
        return ExitStatus.worse(status, ExitStatus.NOT_JUDGED);
    }

    private static Path python(String id) throws CommandException {
        for (String family : List.of("cpython:", "pypy:")) {
            if (id.startsWith(family)) {
                return Path.of(id.substring(family.length()));
            }
        }
        throw CommandException.usage(Printable.of(id)
                + " is no interpreter that an object could be made in for --exporter: cpython:PATH or pypy:PATH is");
    }
}
