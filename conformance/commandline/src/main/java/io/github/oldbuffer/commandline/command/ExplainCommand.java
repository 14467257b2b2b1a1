package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.ClausePatterns;
import io.github.oldbuffer.commandline.input.Suggestions;
import io.github.oldbuffer.commandline.print.ClausePage;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.text.KitCommand;
import io.github.oldbuffer.spec.text.Printable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./conform explain}: the whole page of a clause. */
@Command(name = "explain", description = "Prints everything about one clause.")
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "CLAUSE", description = "The id of a clause, such as READ-6.")
    private String id;

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        Clause clause = Clauses.find(id.toUpperCase(Locale.ROOT)).orElseThrow(() -> CommandException.usage(unknown()));
        ClausePage.lines(clause, new Paint(terminal.colour())).forEach(terminal.out()::println);
        return ExitStatus.CONFORMS;
    }

    private String unknown() {
        List<String> near = Suggestions.near(id, ClausePatterns.allIds());
        return "there is no clause " + Printable.of(id)
                + (near.isEmpty()
                        ? "; " + KitCommand.NAME + " list clauses shows them all"
                        : Suggestions.question(near));
    }
}
