package io.github.oldbuffer.commandline.option;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.commandline.report.UpdateKnown;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.KnownDeviationsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --write-known}: starts a file of known deviations. */
public final class WriteKnownOption {

    private static final String NAME = "--write-known";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description =
                    "Writes everything that deviates to a new file of known deviations. Its reasons are empty, and"
                            + " yours to write.")
    private Path file;

    /** @throws CommandException where the file is there already, or could not be written in the end */
    public void check() throws CommandException {
        if (file != null && Files.exists(file)) {
            throw CommandException.usage(NAME + " starts a file, and " + file + " is there; gate RESULTS.json --known "
                    + file + " --update-known edits it");
        }
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
            throw CommandException.usage(NAME + " " + file + " cannot be written: " + folder
                    + (Files.isDirectory(folder) ? " takes no files" : " is no folder"));
        }
    }

    /** Writes the file, where one is wanted: what was on file and counts, and what the results found. */
    public void write(Results results, KnownDeviations onFile, Terminal terminal) throws CommandException {
        if (file == null) {
            return;
        }
        KnownDeviations all = UpdateKnown.proposed(results, onFile);
        try {
            WholeFile.write(file, KnownDeviationsJson.write(all));
        } catch (IOException unwritten) {
            throw CommandException.notJudged(file + " could not be written", unwritten);
        }
        long open =
                all.entries().stream().filter(entry -> entry.reason().isBlank()).count();
        terminal.err()
                .println(file + ": " + Words.count(all.entries().size(), "entry", "entries") + ", " + open
                        + " without a reason");
    }
}
