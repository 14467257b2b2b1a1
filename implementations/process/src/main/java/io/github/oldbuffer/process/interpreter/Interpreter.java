package io.github.oldbuffer.process.interpreter;

import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Python interpreter of this machine, as it tells of itself.
 *
 * @param executable absolute
 * @param name in lower case, such as {@code cpython} or {@code pypy}
 * @param version of the interpreter, such as {@code 7.3.11} for a PyPy
 * @param soabi what it calls its binary interface, such as {@code cpython-312-x86_64-linux-gnu}; may be empty
 * @param includes folders that have, or should have, its C headers
 */
public record Interpreter(Path executable, String name, String version, String soabi, List<Path> includes) {

    /** What is longer repeats what it was asked. */
    private static final int LONGEST_LINE = 200;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String SOABI = "soabi=";

    /** Answers three lines, one for each folder of headers, and one for the binary interface. */
    private static final String QUESTION = """
            import sys, sysconfig
            version = getattr(sys, "pypy_version_info", sys.version_info)
            answers = ["oldbuffer", sys.implementation.name, "%d.%d.%d" % tuple(version[:3])]
            answers += [sysconfig.get_path(key) for key in ("include", "platinclude")]
            answers += ["soabi=" + (sysconfig.get_config_var("SOABI") or "")]
            sys.stdout.buffer.write("\\n".join(answers).encode("utf-8", "surrogateescape"))
            """;

    public Interpreter {
        includes = List.copyOf(includes);
    }

    /**
     * Asks an interpreter who it is.
     *
     * @throws UnavailableException where it is none, or does not answer within half a minute
     */
    public static Interpreter inspect(Path executable) throws UnavailableException {
        if (!Files.isRegularFile(executable)) {
            throw new UnavailableException("There is no Python at " + executable + ".");
        }
        if (!Files.isExecutable(executable)) {
            throw new UnavailableException(executable + " is not executable.");
        }
        Path absolute = executable.toAbsolutePath();
        List<String> answers = ask(absolute);
        if (answers.size() < 4 || !answers.get(0).equals("oldbuffer")) {
            throw new UnavailableException(executable + " does not answer as Python does.");
        }
        List<Path> includes = answers.stream()
                .skip(3)
                .filter(line -> !line.startsWith(SOABI))
                .map(Path::of)
                .distinct()
                .toList();
        return new Interpreter(absolute, answers.get(1), answers.get(2), soabi(answers), includes);
    }

    private static String soabi(List<String> answers) {
        return answers.stream()
                .filter(line -> line.startsWith(SOABI))
                .map(line -> line.substring(SOABI.length()))
                .findFirst()
                .orElse("");
    }

    /** Whether the headers are there that an extension module is compiled with. */
    public boolean hasHeaders() {
        return includes.stream().anyMatch(folder -> Files.exists(folder.resolve("Python.h")));
    }

    private static List<String> ask(Path executable) throws UnavailableException {
        try {
            Command.Result result = Command.run(List.of(executable.toString(), "-I", "-c", QUESTION), LIMIT);
            if (result.status() != 0) {
                throw new UnavailableException(executable + " does not run as Python 3 does: "
                        + result.errors()
                                .lines()
                                .filter(line -> !line.isBlank() && line.length() <= LONGEST_LINE)
                                .reduce("it ended with status " + result.status(), (before, line) -> line.strip()));
            }
            return result.output().lines().toList();
        } catch (IOException e) {
            throw new UnavailableException(executable + " cannot be run: " + e.getMessage() + ".", e);
        }
    }
}
