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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that is told nothing finds every function with a fault, by the clause that its comment names. */
class FaultyFunctionsTests {

    @Test
    void everyFaultIsFoundByItsClause(@TempDir Path folder) throws Exception {
        Map<String, String> expected = TestModule.expected("faulty");
        assertTrue(expected.size() >= 40, expected.toString());
        Scan.Result result = TestModule.scanned("faulty", folder, 1);
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
