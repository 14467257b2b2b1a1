package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.option.ConsumerOptions;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.option.SourceRootOption;
import io.github.oldbuffer.commandline.option.WriteKnownOption;
import io.github.oldbuffer.commandline.report.CallAnswer;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.commandline.report.SourceRoot;
import io.github.oldbuffer.consumers.CallJudge;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform call}: judges one function that takes memory. */
@Command(
        name = "call",
        description = {
            "Judges a function of Python that takes the memory of an object, such as zlib.crc32.",
            "It is called with bytes and with other objects of the same content, in an interpreter of its own.",
            "The exit status is 0 only where nothing is found that is not on file."
        })
public final class CallCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "EXPRESSION",
            description = "The call, with a _ where the memory goes: 'zlib.crc32(_)'. Modules are imported.")
    private String expression;

    @Option(
            names = "--setup",
            paramLabel = "CODE",
            defaultValue = "",
            description = "Runs before each call and makes what it needs: 'h = hashlib.md5()'.")
    private String setup;

    @Option(names = "--large", description = "Also offers memory of more than 4 GiB.")
    private boolean large;

    @Mixin
    private ConsumerOptions consumer;

    @Mixin
    private SeedOption seed;

    @Mixin
    private KnownOption known;

    @Mixin
    private WriteKnownOption writeKnown;

    @Mixin
    private SourceRootOption sourceRoot;

    @Mixin
    private OutOption out;

    public CallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        writeKnown.check();
        SourceRoot root = sourceRoot.root();
        KnownDeviations onFile = known.chosen().orElseGet(() -> onFile(expression));
        Report report = new Report(terminal, Report.prepared(out.folder()));
        Stopwatch stopwatch = Stopwatch.start();
        try (Caller caller = Caller.start(consumer.setting())) {
            long chosen = seed.chosen(terminal);
            terminal.err().println("seed " + chosen);
            LocalDate today = LocalDate.now();
            Judgement judged = new CallJudge(caller, chosen, large, onFile.on(today)).judge(asked());
            return new CallAnswer(terminal, report, onFile, today, stopwatch, root)
                    .of(
                            judged,
                            repeated(chosen),
                            known.given(),
                            results -> writeKnown.write(results, onFile, terminal));
        } catch (CallException unusable) {
            throw failed(unusable);
        } catch (IOException broken) {
            throw CommandException.notJudged(String.valueOf(broken.getMessage()), broken);
        }
    }

    /** What the options describe. */
    Call asked() {
        return new Call(expression, setup);
    }

    ConsumerOptions consumer() {
        return consumer;
    }

    /** With absolute paths: who copies the command stands somewhere else. */
    private KitResults repeated(long chosen) {
        return consumer.noted(new KitResults(chosen, 1, false, List.of("call")))
                .option("--setup", setup.isEmpty() ? null : setup)
                .with(large ? List.of("--large") : List.of())
                .option(KnownOption.NAME, known.given())
                .option(SourceRootOption.NAME, sourceRoot.absolute())
                .option("--seed", chosen)
                .with(List.of(expression));
    }

    /** What the kit has on file about this one. */
    static KnownDeviations onFile(String expression) {
        return new KnownDeviations(builtIn().entries().stream()
                .filter(entry -> entry.function().equals(expression))
                .toList());
    }

    /** What the kit has on file about functions that take memory. */
    static KnownDeviations builtIn() {
        return KnownDeviations.builtIn(new Identity("call:", "", ""));
    }

    static CommandException failed(CallException unusable) {
        String sentence = Printable.of(unusable.getMessage());
        return unusable.misused()
                ? CommandException.usage(sentence, unusable)
                : CommandException.notJudged(sentence, unusable);
    }
}
