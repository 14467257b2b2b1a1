package io.github.oldbuffer.fuzzing.targets;

import com.code_intelligence.jazzer.api.Jazzer;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells Jazzer what an implementation did that it had not done before, so that native code is explored although only
 * Java is instrumented.
 *
 * <p>Each behaviour has an id, whose counter Jazzer takes for a piece of coverage.
 */
final class Behaviours {

    /** Ids are folded into so many; two behaviours that share one cost little. */
    private static final int IDS = 1 << 16;

    /** Apart from ids that others may use. */
    private static final int FIRST = 1 << 20;

    private static final int SPREAD = 0x9E3779B9;

    /** Where the search goes by C code, it goes by nothing else. */
    private final boolean telling = !Boolean.getBoolean(Settings.NATIVE);

    private final Set<Integer> seen = new HashSet<>();

    /** How many there were so far. */
    int count() {
        return seen.size();
    }

    void tell(Scenario scenario, Transcript transcript, Map<String, Verdict> verdicts) {
        BehavioursOf.each(scenario, transcript, verdicts, this::tell);
    }

    private void tell(int behaviour) {
        int id = FIRST + Math.floorMod(behaviour * SPREAD, IDS);
        seen.add(id);
        if (telling) {
            Jazzer.maximize(1, 0, 1, 1, id);
        }
    }
}
