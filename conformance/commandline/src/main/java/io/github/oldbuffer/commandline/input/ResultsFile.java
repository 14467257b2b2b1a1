package io.github.oldbuffer.commandline.input;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Results;
import java.nio.file.Path;

/** Results that the user names. */
public final class ResultsFile {

    private ResultsFile() {}

    /** @throws CommandException with one sentence where the file is no results file of this kit */
    public static Results read(Path file) throws CommandException {
        try {
            return ResultsJson.read(InputFile.text(file));
        } catch (ResultsException wrong) {
            throw CommandException.usage(file + " is no results file: " + wrong.getMessage(), wrong);
        }
    }
}
