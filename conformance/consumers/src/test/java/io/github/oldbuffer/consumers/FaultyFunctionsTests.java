package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.spec.results.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scan that is told nothing finds every function with a fault, by the clause that its comment names. */
class FaultyFunctionsTests {

    @ParameterizedTest
    @CsvSource({"faulty, 40", "faulty_objects, 30"})
    void everyFaultIsFoundByItsClause(String module, int atLeast, @TempDir Path folder) throws Exception {
        Map<String, String> expected = TestModule.expected(module);
        assertTrue(expected.size() >= atLeast, expected.toString());
        Scan.Result result = TestModule.scanned(module, folder, 1);
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
        assertEquals(List.of(), missed);
    }
}
