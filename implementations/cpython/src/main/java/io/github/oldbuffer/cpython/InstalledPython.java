package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CPython on this machine, found by asking its executable. */
public final class InstalledPython {

    /** What is longer repeats what it was asked. */
    private static final int LONGEST_LINE = 200;

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LEAST_MINOR = 6;

    /** One line for each answer, a word and a value; a word may come several times. */
    private static final String QUESTION = """
            import os, sys, sysconfig
            var = sysconfig.get_config_var
            def tell(word, value):
                sys.stdout.buffer.write((word + "=" + str(value) + "\\n").encode("utf-8", "surrogateescape"))
            tell("name", sys.implementation.name)
            tell("version", "%d.%d.%d" % sys.version_info[:3])
            tell("soabi", var("SOABI") or "")
            home = sys.base_prefix
            if sys.base_exec_prefix != home:
                home += os.pathsep + sys.base_exec_prefix
            tell("home", home)
            for key in ("include", "platinclude"):
                tell("include", sysconfig.get_path(key))
            folders = [var("LIBDIR"), var("LIBPL"), os.path.join(sys.base_prefix, "lib"), var("PYTHONFRAMEWORKPREFIX")]
            for folder in folders:
                for name in (var("INSTSONAME"), var("LDLIBRARY")):
                    if folder and name and not name.endswith(".a"):
                        tell("library", os.path.join(folder, name))
            """;

    private InstalledPython() {}

    /**
     * Asks an interpreter where its parts are, its headers among them.
     *
     * @param executable such as {@code /usr/bin/python3}
     * @throws UnavailableException where it is no CPython from 3.6 on, or lacks its headers
     */
    public static PythonRuntime inspect(Path executable) throws UnavailableException {
        return inspect(executable, true);
    }

    /**
     * Asks an interpreter where its parts are.
     *
     * @param headers whether something will be compiled for it
     * @throws UnavailableException as above
     */
    static PythonRuntime inspect(Path executable, boolean headers) throws UnavailableException {
        if (!Files.isRegularFile(executable)) {
            throw new UnavailableException("there is no Python at " + executable + "; give the path of its executable");
        }
        if (!Files.isExecutable(executable)) {
            throw new UnavailableException(executable + " is not executable.");
        }
        Map<String, List<String>> answers = ask(executable);
        String version = first(answers, "version", executable);
        String name = first(answers, "name", executable);
        if (!name.equals("cpython")) {
            throw new UnavailableException(executable + " is not CPython but " + name + " (for PyPy: pypy:PATH).");
        }
        int minor = Integer.parseInt(version.split("\\.")[1]);
        if (minor < LEAST_MINOR) {
            throw new UnavailableException(
                    executable + " is Python " + version + "; the kit needs 3." + LEAST_MINOR + " or later.");
        }
        return new PythonRuntime(
                version,
                includes(answers, headers, executable, version),
                library(answers),
                null,
                first(answers, "home", executable),
                answers.getOrDefault("soabi", List.of("")).get(0));
    }

    private static Map<String, List<String>> ask(Path executable) throws UnavailableException {
        try {
            Command.Result result = Command.run(List.of(executable.toString(), "-I", "-c", QUESTION), LIMIT);
            if (result.status() != 0) {
                throw new UnavailableException(executable + " does not run as Python 3." + LEAST_MINOR + " or later: "
                        + lastLine(result.errors(), "it ended with status " + result.status()));
            }
            return parse(result.output());
        } catch (IOException e) {
            throw new UnavailableException(executable + " cannot be run: " + e.getMessage() + ".", e);
        }
    }

    private static Map<String, List<String>> parse(String output) {
        Map<String, List<String>> answers = new HashMap<>();
        for (String line : output.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                answers.computeIfAbsent(line.substring(0, equals), word -> new ArrayList<>())
                        .add(line.substring(equals + 1));
            }
        }
        return answers;
    }

    private static List<Path> includes(
            Map<String, List<String>> answers, boolean headers, Path executable, String version)
            throws UnavailableException {
        List<Path> folders = answers.getOrDefault("include", List.of()).stream()
                .map(Path::of)
                .distinct()
                .toList();
        if (headers && folders.stream().noneMatch(folder -> Files.exists(folder.resolve("Python.h")))) {
            throw new UnavailableException("The headers of " + executable + " are missing (no Python.h in " + folders
                    + "): install them (Debian: apt-get install python" + series(version) + "-dev).");
        }
        return folders;
    }

    /** The shared libpython, or {@code null}. */
    private static Path library(Map<String, List<String>> answers) {
        return answers.getOrDefault("library", List.of()).stream()
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static String first(Map<String, List<String>> answers, String word, Path executable)
            throws UnavailableException {
        return answers.getOrDefault(word, List.of()).stream()
                .findFirst()
                .orElseThrow(() -> new UnavailableException(executable + " does not answer as Python does."));
    }

    private static String series(String version) {
        return version.substring(0, version.lastIndexOf('.'));
    }

    private static String lastLine(String text, String otherwise) {
        return text.lines()
                .filter(line -> !line.isBlank() && line.length() <= LONGEST_LINE)
                .reduce(otherwise, (before, line) -> line.strip());
    }
}
