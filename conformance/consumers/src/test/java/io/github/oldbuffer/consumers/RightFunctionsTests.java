package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.scan.Scan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan finds every right function, and accuses none of them. */
class RightFunctionsTests {

    private static void noneIsAccused(String module, Path folder, long seed) throws Exception {
        Set<String> missing = new TreeSet<>(TestModule.expected(module).keySet());
        assertTrue(missing.size() >= 25, missing.toString());
        Scan.Result result = TestModule.scanned(module, folder, seed);
        List<String> accused = new ArrayList<>();
        for (Judgement judged : result.judgements()) {
            missing.remove(TestModule.function(judged));
            judged.run().findings().forEach(finding -> accused.add(finding.function() + ": " + finding.symptom()));
            judged.lost().forEach(finding -> accused.add(finding.function() + ", once: " + finding.symptom()));
        }
        assertEquals(List.of(), accused, "seed " + seed);
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"right", "right_objects"})
    void noneIsAccused(String module, @TempDir Path folder) throws Exception {
        noneIsAccused(module, folder, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"right", "right_objects"})
    @Tag("proof")
    void noneIsAccusedOverTwentySeeds(String module, @TempDir Path folder) throws Exception {
        for (int seed = 2; seed <= 20; seed++) {
            noneIsAccused(module, folder, seed);
        }
    }
}
