package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.spec.results.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that is told nothing finds every function with a fault, by the clause that its comment names. */
class FaultyFunctionsTests {

    @ParameterizedTest
    @CsvSource({"faulty, 40", "faulty_objects, 30"})
    void everyFaultIsFoundByItsClause(String module, int atLeast, @TempDir Path folder) throws Exception {
        assertTrue(TestModule.expected(module).size() >= atLeast);
        everyFaultIsFound(module, folder, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"faulty", "faulty_objects"})
    @Tag("proof")
    void everyFaultIsFoundOverTwentySeeds(String module, @TempDir Path folder) throws Exception {
        for (int seed = 2; seed <= 20; seed++) {
            everyFaultIsFound(module, folder, seed);
        }
    }

    /** The guide names functions of these tests, with the clauses that they demand. */
    @Test
    void theGuideHasTenMistakesThatAreTests() throws Exception {
        Map<String, String> expected = TestModule.expected("faulty");
        Matcher mistakes = Pattern.compile("(?m)^\\d+\\. \\*\\*[^*]+\\*\\* \\(([^;]+); ([^)]+)\\)")
                .matcher(Files.readString(Path.of("../consumers.md")));
        int count = 0;
        while (mistakes.find()) {
            count++;
            List<String> clauses = List.of(mistakes.group(1).split(", "));
            for (String function : mistakes.group(2).replace("`", "").split(",\\s+")) {
                assertTrue(clauses.contains(expected.get(function)), function + ": " + expected.get(function));
            }
        }
        assertEquals(10, count);
    }

    private static void everyFaultIsFound(String module, Path folder, long seed) throws Exception {
        Map<String, String> expected = TestModule.expected(module);
        Scan.Result result = TestModule.scanned(module, folder, seed);
        Map<String, Set<String>> found = new TreeMap<>();
        for (Judgement judged : result.judgements()) {
            Set<String> clauses = found.computeIfAbsent(TestModule.function(judged), none -> new TreeSet<>());
            judged.run().findings().stream().map(Finding::heading).forEach(clauses::add);
        }
        List<String> missed = new ArrayList<>();
        expected.forEach((function, clause) -> {
            if (!found.getOrDefault(function, Set.of()).contains(clause)) {
                missed.add(function + ": " + clause + " is not among " + found.get(function));
            }
        });
        assertEquals(List.of(), missed, "seed " + seed);
    }
}
