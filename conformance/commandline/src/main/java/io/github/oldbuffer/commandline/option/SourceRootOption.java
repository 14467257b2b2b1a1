package io.github.oldbuffer.commandline.option;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.report.SourceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --source-root}: where the repository begins whose files reports for services name. */
public final class SourceRootOption {

    public static final String NAME = "--source-root";

    @Option(
            names = NAME,
            paramLabel = "DIR",
            description = "The folder that the paths in results.sarif and codequality.json are relative to."
                    + " Default: the root of the Git repository that a file lies in.")
    private Path given;

    /** As an absolute path, or {@code null}. */
    public Path absolute() {
        return given == null ? null : given.toAbsolutePath().normalize();
    }

    /** @throws CommandException where it is no folder */
    public SourceRoot root() throws CommandException {
        if (given != null && !Files.isDirectory(given)) {
            throw CommandException.usage(NAME + " " + given + " is not a folder");
        }
        return new SourceRoot(Optional.ofNullable(given));
    }
}
