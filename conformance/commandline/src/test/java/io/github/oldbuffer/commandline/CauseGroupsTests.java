package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many causes the findings of each implementation have. The witnesses on file are replayed at every run, so that the
 * causes do not hang on how many scenarios are tried.
 */
class CauseGroupsTests {

    @TempDir
    Path temporary;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            model   | 0
            cpython | 4
            pypy    | 24
            graalpy | 12
            """)
    void findingsOfARunHaveThisManyCauses(String family, int causes) throws Exception {
        Path out = temporary.resolve(family);
        Ran ran =
                Ran.with(providers(), "run", "-i", id(family), "--seed", "1", "--tries", "1", "--out", out.toString());
        Results results = ResultsJson.read(Files.readString(out.resolve("results.json")));
        List<Finding> findings = results.runs().get(0).findings();
        assertTrue(findings.stream().allMatch(Finding::known), () -> ran.out() + ran.err());
        TreeSet<String> titles = findings.stream()
                .map(finding -> finding.cause().id() + ": " + finding.cause().title())
                .collect(Collectors.toCollection(TreeSet::new));
        // GraalPy 25.2.4 has CPython's own ctypes, with what that does to the flags of a request
        boolean later = family.equals("graalpy") && Runtime.version().feature() >= 22;
        assertEquals(later ? causes + 1 : causes, titles.size(), () -> String.join("\n", titles));
        if (family.equals("pypy")) {
            aSampleOfTheProgramsShowsItsFindings(out);
        }
    }

    /** One mistake violates the clauses that compare the function with others, too: their witnesses show it a step earlier. */
    @Test
    void whatFollowsFromOneMistakeHasOneCause() throws Exception {
        Ran.with(
                providers(),
                "run",
                "-i",
                "mutant:READ-1/refuses-dimensions",
                "--seed",
                "1",
                "--tries",
                "100",
                "--out",
                temporary.toString());
        List<Finding> findings = ResultsJson.read(Files.readString(temporary.resolve("results.json")))
                .runs()
                .get(0)
                .findings();
        assertEquals(
                List.of("READ-1", "ALL-1", "ALL-2", "NEW-1", "NEW-3"),
                findings.stream().map(Finding::clause).toList());
        assertEquals(
                1,
                findings.stream().map(Finding::cause).distinct().count(),
                () -> findings.stream()
                        .map(finding -> finding.cause().title())
                        .toList()
                        .toString());
    }

    /** Programs for an interpreter that is no CPython are modules of it. */
    private static void aSampleOfTheProgramsShowsItsFindings(Path out) throws Exception {
        List<Path> programs;
        try (Stream<Path> files = Files.walk(out.resolve("deviations"))) {
            programs = files.filter(file -> file.endsWith("repro.c")).sorted().collect(Collectors.toList());
        }
        assertTrue(programs.size() > 40, programs::toString);
        Collections.shuffle(programs, new Random(1));
        for (Path program : programs.subList(0, 4)) {
            String first = Files.readAllLines(program).get(0);
            String command = first.substring("/* ".length(), first.length() - " */".length());
            Process shell = new ProcessBuilder("sh", "-c", command)
                    .directory(program.getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.resolve("log").toFile())
                    .start();
            assertEquals(1, shell.waitFor(), () -> program + ": " + log(out));
        }
    }

    private static String log(Path out) {
        try {
            return Files.readString(out.resolve("log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static List<ImplementationProvider> providers() {
        return ServiceLoader.load(ImplementationProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> !provider.accepts("model"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String id(String family) {
        return family.equals("pypy") ? "pypy:" + PyPyOnPath.find() : family;
    }
}
