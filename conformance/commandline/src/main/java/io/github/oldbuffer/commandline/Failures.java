package io.github.oldbuffer.commandline;

import io.github.oldbuffer.probe.HostFailedException;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the user what went wrong: a sentence, never a stack trace. */
public final class Failures {

    private Failures() {}

    /** Prints one sentence; returns the exit status. */
    public static int report(Exception problem, Terminal terminal) {
        terminal.out().flush();
        if (problem instanceof CommandException told) {
            terminal.err().println(told.getMessage());
            return told.status();
        }
        if (problem instanceof HostFailedException || problem instanceof BrokenImplementationException) {
            terminal.err().println(problem.getMessage());
            return ExitStatus.NOT_JUDGED;
        }
        terminal.err().println("the kit itself failed: " + sentence(problem) + "; " + kept(problem));
        return ExitStatus.NOT_JUDGED;
    }

    /** The first line of what the problem says about itself. */
    public static String sentence(Throwable problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? problem.getClass().getSimpleName()
                : message.lines().findFirst().orElseThrow();
    }

    /** Keeps the stack trace in a file of its own; returns words that say where. */
    public static String kept(Throwable problem) {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("oldbuffer-failure-", ".txt");
            Files.writeString(file, trace.toString());
            return "the details are in " + file;
        } catch (IOException noFile) {
            return "the details could not be kept: " + noFile.getMessage();
        }
    }
}
