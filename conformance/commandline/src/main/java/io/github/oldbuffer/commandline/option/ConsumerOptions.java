package io.github.oldbuffer.commandline.option;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.consumers.PythonChoice;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.cpython.BundledProgram;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where functions are called: {@code --python} and {@code --path}. */
public final class ConsumerOptions {

    /** So that a function that waits for something does not hold up the others. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public static final String PYTHON = "--python";
    public static final String PATH = "--path";

    @Option(
            names = PYTHON,
            paramLabel = "PATH",
            description =
                    "The interpreter that calls it. Default: that of the active virtual environment, else the python3"
                            + " on the PATH, else cpython, which is the one that comes with the kit.")
    private Path python;

    @Option(
            names = PATH,
            paramLabel = "DIR",
            description = "A folder in which modules are looked for first. Several are possible.")
    private List<Path> paths = List.of();

    /**
     * Finds the interpreter and compiles the kit's module for it.
     *
     * @throws CommandException where that cannot be done
     */
    public WorkerSetting setting() throws CommandException {
        return setting(python, absolute());
    }

    /**
     * The same for an interpreter and paths that are known already.
     *
     * @throws CommandException where that cannot be done
     */
    public static WorkerSetting setting(Path python, List<Path> paths) throws CommandException {
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                throw CommandException.usage("there is no folder " + path);
            }
        }
        try {
            return WorkerSetting.prepare(
                    PythonChoice.of(python, System.getenv(), () -> BundledProgram.executable(ProbeCompiler.ofUser())),
                    paths,
                    PATIENCE);
        } catch (UnavailableException unavailable) {
            throw CommandException.notJudged(unavailable.getMessage(), unavailable);
        }
    }

    /** What {@code --python} said, absolute; {@code null} where it said nothing. */
    public String interpreter() {
        if (python == null) {
            return null;
        }
        boolean bundled = python.toString().equals(PythonChoice.BUNDLED) && !Files.exists(python);
        return bundled ? PythonChoice.BUNDLED : python.toAbsolutePath().toString();
    }

    /** With the words that repeat the choice. */
    public KitResults noted(KitResults results) {
        return results.option(PYTHON, interpreter())
                .with(absolute().stream()
                        .flatMap(path -> Stream.of(PATH, path.toString()))
                        .toList());
    }

    /** As they count: absolute. */
    public List<Path> absolute() {
        return paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }
}
