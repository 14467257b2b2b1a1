package io.github.oldbuffer.commandline;

import io.github.oldbuffer.commandline.command.CallCommand;
import io.github.oldbuffer.commandline.command.DiffCommand;
import io.github.oldbuffer.commandline.command.ExplainCommand;
import io.github.oldbuffer.commandline.command.FuzzCommand;
import io.github.oldbuffer.commandline.command.GateCommand;
import io.github.oldbuffer.commandline.command.IssueCommand;
import io.github.oldbuffer.commandline.command.ListCommand;
import io.github.oldbuffer.commandline.command.ObjectCommand;
import io.github.oldbuffer.commandline.command.ReplayCommand;
import io.github.oldbuffer.commandline.command.ReportCommand;
import io.github.oldbuffer.commandline.command.RunCommand;
import io.github.oldbuffer.commandline.command.ScanCommand;
import io.github.oldbuffer.commandline.command.SweepCommand;
import io.github.oldbuffer.commandline.command.TrendCommand;
import io.github.oldbuffer.commandline.input.Suggestions;
import io.github.oldbuffer.commandline.option.PathConverter;
import io.github.oldbuffer.commandline.port.PortCommand;
import io.github.oldbuffer.commandline.stress.StressCommand;
import io.github.oldbuffer.spec.text.KitCommand;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ./conform}: judges implementations of Python's old buffer protocol. */
@Command(
        name = "./conform",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        description = "Judges implementations of the four functions of Python's old buffer protocol.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit status:%n",
        footer = {
            "  0   conforms (known deviations allowed)",
            "  1   does not conform",
            "  2   could not be judged",
            "  64  wrong usage"
        })
public final class Conform implements Runnable {

    private static final int HELP_COLUMNS = 100;

    @Spec
    private CommandSpec spec;

    private Conform() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(new BufferedOutputStream(output));
        Terminal terminal = Terminal.ofProcess(out, System.err, System.getenv());
        int status;
        try {
            status = execute(terminal, Implementations.onClassPath(), arguments);
        } catch (CommandException unusable) {
            terminal.err().println(unusable.getMessage());
            status = unusable.status();
        }
        terminal.out().flush();
        if (output.loss().isPresent()) {
            terminal.err()
                    .println("not everything could be printed: " + output.loss().get());
            status = status == ExitStatus.CONFORMS ? ExitStatus.NOT_JUDGED : status;
        }
        terminal.err().flush();
        System.exit(status);
    }

    /** Runs a command in surroundings of the caller's choice; returns its exit status. */
    public static int execute(Terminal terminal, Implementations implementations, String... arguments) {
        int status = line(terminal, implementations).execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return status;
    }

    /** All commands with their options, for who runs one, or writes about them. */
    public static CommandLine line(Terminal terminal, Implementations implementations) {
        CommandLine line = new CommandLine(new Conform())
                .addSubcommand(new RunCommand(terminal, implementations))
                .addSubcommand(new DiffCommand(terminal, implementations))
                .addSubcommand(new PortCommand(terminal, implementations))
                .addSubcommand(new CallCommand(terminal))
                .addSubcommand(new ScanCommand(terminal))
                .addSubcommand(new ObjectCommand(terminal, implementations))
                .addSubcommand(new SweepCommand(terminal, implementations))
                .addSubcommand(new StressCommand(terminal, implementations))
                .addSubcommand(new FuzzCommand(terminal, implementations))
                .addSubcommand(new ReplayCommand(terminal, implementations))
                .addSubcommand(new IssueCommand(terminal, implementations))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new GateCommand(terminal))
                .addSubcommand(new TrendCommand(terminal))
                .addSubcommand(new ListCommand(terminal, implementations))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new HelpCommand())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_COLUMNS)
                .setExecutionExceptionHandler((problem, command, parsed) -> Failures.report(problem, terminal))
                .setParameterExceptionHandler((wrong, given) -> wrongUsage(wrong, terminal));
        line.setCommandName(KitCommand.NAME);
        line.registerConverter(Path.class, new PathConverter());
        line.getSubcommands().values().forEach(command -> Examples.add(command.getCommandSpec()));
        return line;
    }

    /** Without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int wrongUsage(ParameterException wrong, Terminal terminal) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err().println(oneLine(wrong.getMessage()) + suggestion(wrong) + "; " + command + " --help says more");
        return ExitStatus.USAGE;
    }

    /** For commands as for options. */
    private static String suggestion(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        CommandLine command = wrong.getCommandLine();
        boolean isCommand =
                command.getParent() == null && !command.getSubcommands().isEmpty();
        List<String> near = isCommand && !unmatched.isUnknownOption()
                ? Suggestions.near(
                        unmatched.getUnmatched().get(0),
                        List.copyOf(command.getSubcommands().keySet()))
                : unmatched.getSuggestions();
        return Suggestions.question(near);
    }

    private static String oneLine(String message) {
        return message.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
