package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.print.MutantLines;
import io.github.oldbuffer.mutants.strength.Strength;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.implementation.ImplementationProvider.Offer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform list}: what can be named, one a line, its name first. */
@Command(name = "list", description = "Lists implementations, clauses, kinds of exporter or mutants, one a line.")
public final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum Subject {
        implementations,
        clauses,
        exporters,
        mutants
    }

    private final Terminal terminal;
    private final Implementations implementations;

    @Parameters(paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
    private Subject subject;

    @Option(names = "--results", description = "With mutants: what killed them, as last measured.")
    private boolean results;

    public ListCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        if (results && subject != Subject.mutants) {
            throw CommandException.usage("--results goes with mutants alone");
        }
        switch (subject) {
            case implementations -> {
                for (Offer offer : implementations.offers()) {
                    line("%-24s  %s", offer.id(), offer.sentence());
                }
            }
            case clauses -> {
                for (Clause clause : Clauses.listed()) {
                    line("%-8s  %-8s  %s", clause.id(), clause.level().word(), clause.statement());
                }
            }
            case mutants ->
                (results ? MutantLines.results(Strength.published()) : MutantLines.names())
                        .forEach(terminal.out()::println);
            case exporters -> {
                for (ExporterKind kind : ExporterKind.values()) {
                    line("%-12s  %s", kind.word(), kind.sentence());
                }
            }
        }
        return ExitStatus.CONFORMS;
    }

    private void line(String format, Object... words) {
        terminal.out().println(String.format(format, words));
    }
}
