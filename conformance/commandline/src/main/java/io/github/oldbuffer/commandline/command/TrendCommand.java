package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.ResultsFile;
import io.github.oldbuffer.commandline.print.CourseLines;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.html.TrendPage;
import io.github.oldbuffer.reports.trend.Course;
import io.github.oldbuffer.reports.trend.Point;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform trend}: stored results over versions and time. */
@Command(
        name = "trend",
        description =
                "Shows every results.json below a folder, by implementation, version and time: the figures, and of"
                        + " each cause in which version it came and in which it went.")
public final class TrendCommand implements Callable<Integer> {

    private static final int DEEPEST = 8;

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "A folder with reports in it.")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "trend.html",
            description = "Where the chart goes. Default: ${DEFAULT-VALUE}.")
    private Path out;

    public TrendCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        int status = ExitStatus.CONFORMS;
        List<Results> stored = new ArrayList<>();
        for (Path file : files()) {
            try {
                stored.add(ResultsFile.read(file));
            } catch (CommandException unreadable) {
                // one bad file among many is told, and does not hide the others
                terminal.err().println(Printable.of(unreadable.getMessage()));
                status = ExitStatus.NOT_JUDGED;
            }
        }
        List<Point> points = Point.of(stored);
        if (points.isEmpty()) {
            throw CommandException.notJudged("there is no run in any results.json below " + folder, null);
        }
        List<Course> courses = Course.of(stored);
        write(TrendPage.write(points, courses));
        lines(points).forEach(terminal.out()::println);
        CourseLines.of(courses).forEach(terminal.out()::println);
        terminal.out().println(out);
        return status;
    }

    private List<Path> files() throws CommandException {
        if (!Files.isDirectory(folder)) {
            throw CommandException.usage("there is no folder " + folder);
        }
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(file -> file.endsWith("results.json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw CommandException.usage("the folder " + folder + " could not be read", unreadable);
        }
    }

    private void write(String page) throws CommandException {
        try {
            WholeFile.write(out, page);
        } catch (IOException unwritten) {
            throw CommandException.usage(out + " could not be written; choose another --out", unwritten);
        }
    }

    private static List<String> lines(List<Point> points) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%-28s %5s %6s %5s %10s %14s %10s %9s",
                "implementation", "hold", "known", "new", "new deaths", "not exercised", "scenarios", "a second"));
        for (Point point : points) {
            Tally tally = point.tally();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-28s %5d %6d %5d %10d %14d %,10d %9s",
                    Printable.of(point.name() + " " + point.version()),
                    tally.held(),
                    tally.knownDeviations(),
                    tally.fresh(Kind.VIOLATION) + tally.fresh(Kind.DIFFERENCE),
                    tally.fresh(Kind.DEATH),
                    tally.notExercised(),
                    point.scenarios(),
                    point.perSecond() == 0 ? "-" : String.format(Locale.ROOT, "%,d", point.perSecond())));
        }
        return lines;
    }
}
