package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform object}: the four functions on one object, given as a Python expression. */
@Command(
        name = "object",
        sortOptions = false,
        description = {
            "Calls the four functions with the object that a Python expression gives, and judges what they do by what"
                    + " memoryview says of the object and by what the new protocol does with it.",
            "With --exporter it judges how the object itself offers its memory.",
            "The exit status is 2 where the object cannot be made, 64 where the expression is not one."
        })
public final class ObjectCommand implements Callable<Integer> {

    private static final String DEFAULT = "cpython";

    private final Terminal terminal;
    private final Implementations implementations;

    @Parameters(
            paramLabel = "EXPRESSION",
            description = "In the syntax of Python, such as 'memoryview(bytearray(12)).cast(\"i\")'.")
    private String expression;

    @Mixin
    private ImplementationOption implementation;

    @Option(
            names = "--setup",
            paramLabel = "CODE",
            defaultValue = "",
            description = "Python statements that run before the expression, such as 'import numpy'.")
    private String setup;

    @Option(
            names = "--exporter",
            description =
                    "Judges the object's type by what the new protocol asks of exporters instead: it is asked with every"
                            + " flag, and changed while its memory is held. -i names an interpreter then (cpython:PATH, pypy:PATH);"
                            + " without it, the active virtual environment's or the python3 on the PATH.")
    private boolean exporter;

    @Mixin
    private KnownOption known;

    @Mixin
    private OutOption out;

    public ObjectCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        if (expression.isBlank()) {
            throw CommandException.usage("the expression is empty");
        }
        checked("expression", expression);
        checked("setup", setup);
        Optional<KnownDeviations> onFile = known.chosen();
        if (exporter) {
            return new ExporterSession(
                            terminal, implementation.distinct(), expression, setup, known.given(), onFile, out.folder())
                    .run();
        }
        implementation.provided(implementations);
        List<String> ids = implementation.distinct().isEmpty() ? List.of(DEFAULT) : implementation.distinct();
        return new ObjectSession(
                        terminal,
                        implementations,
                        ids,
                        new PythonExpression(expression, setup),
                        known.given(),
                        onFile,
                        Report.prepared(out.folder()))
                .run();
    }

    private static void checked(String what, String text) throws CommandException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw CommandException.usage("the " + what + " has half a surrogate pair, which is no character");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > PythonExpression.MOST_BYTES) {
            throw CommandException.usage(
                    "the " + what + " has " + bytes + " bytes of UTF-8, more than " + PythonExpression.MOST_BYTES);
        }
    }
}
