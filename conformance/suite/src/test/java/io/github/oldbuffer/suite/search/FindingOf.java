package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;

/** Findings to test with. */
final class FindingOf {

    static final String READ = Function.READ.cName();
    static final String WRITE = Function.WRITE.cName();
    static final Scenario BYTEARRAY = reading(new ByteArray(3, 1, false));

    private FindingOf() {}

    static Scenario reading(Exporter exporter) {
        return Scenario.of(new Step.Make(0, exporter), Step.Call.of(Function.READ, 0));
    }

    static Finding violation(String clause, String symptom) {
        return violation(clause, symptom, BYTEARRAY);
    }

    /** A violation that the last step of a scenario shows. */
    static Finding violation(String clause, String symptom, Scenario scenario) {
        return of(Kind.VIOLATION, clause, symptom, scenario);
    }

    static Finding death(String symptom, Scenario scenario) {
        return of(Kind.DEATH, null, symptom, scenario);
    }

    static Finding difference(String symptom, Scenario scenario) {
        return of(Kind.DIFFERENCE, null, symptom, scenario);
    }

    static Finding filed(Finding finding, String reason) {
        return finding.withFiled(new Filed(reason, "", null, null, null));
    }

    private static Finding of(Kind kind, String clause, String symptom, Scenario scenario) {
        int last = scenario.steps().size() - 1;
        return new Finding(
                null,
                kind,
                StepSubject.function(scenario, last),
                clause,
                symptom,
                null,
                StepSubject.object(scenario, last),
                "because",
                null,
                null,
                null,
                null,
                null,
                new Finding.Shown("", scenario, last, Transcript.completed(List.of()), null));
    }
}
