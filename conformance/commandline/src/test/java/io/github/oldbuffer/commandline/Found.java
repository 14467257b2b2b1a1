package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import java.util.List;

/** Findings for tests. */
final class Found {

    static final String FUNCTION = "PyObject_AsReadBuffer";

    private Found() {}

    /** @param why the reason on file; {@code null} where it is not known */
    static Finding violation(String clause, String symptom, String reason, String why, String witness) {
        return of(Kind.VIOLATION, clause, symptom, reason, why, null, witness, null);
    }

    static Finding death(String symptom, String witness) {
        return of(Kind.DEATH, null, symptom, "the implementation died", null, "SIGSEGV", witness, null);
    }

    static Finding withEvidence(String clause, String symptom) {
        Evidence evidence = new Evidence(ScenarioJson.toTree(FakeProvider.oneCall()), List.of(), List.of());
        return of(Kind.VIOLATION, clause, symptom, "it happened", null, null, "deviations/c/x/witness.json", evidence);
    }

    private static Finding of(
            Kind kind,
            String clause,
            String symptom,
            String reason,
            String why,
            String signal,
            String witness,
            Evidence evidence) {
        return new Finding(
                "0123456789ab",
                kind,
                FUNCTION,
                clause,
                symptom,
                new Cause("c", "what they have in common"),
                "bytes",
                reason,
                why == null ? null : new Filed(why, "", null, null, null),
                signal,
                null,
                witness,
                evidence,
                null);
    }
}
