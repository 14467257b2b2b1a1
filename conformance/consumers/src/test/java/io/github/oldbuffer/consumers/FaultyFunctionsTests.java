package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every function with a fault is found, by the clause that its comment names. */
class FaultyFunctionsTests {

    private static final Map<String, String> ARGUMENTS = Map.of(
            "lost_on_wrong_argument", "(_, 1)",
            "lost_first_of_two", "(_, b'other')",
            "lost_second_of_two", "(b'other', _)");

    @Test
    void everyFaultIsFoundByItsClause(@TempDir Path folder) throws Exception {
        Map<String, String> expected = TestModule.expected("faulty");
        assertTrue(expected.size() >= 40, expected.toString());
        List<String> missed = new ArrayList<>();
        try (Caller caller = TestModule.caller("faulty", folder)) {
            for (Map.Entry<String, String> function : expected.entrySet()) {
                String call = "faulty." + function.getKey() + ARGUMENTS.getOrDefault(function.getKey(), "(_)");
                Judgement judged = new CallJudge(caller, 1, false, KnownDeviations.NONE).judge(new Call(call, ""));
                List<String> clauses = judged.run().findings().stream()
                        .map(Finding::heading)
                        .distinct()
                        .toList();
                if (!clauses.contains(function.getValue())) {
                    missed.add(call + " " + function.getValue() + " " + clauses);
                }
            }
        }
        assertEquals(List.of(), missed);
    }
}
