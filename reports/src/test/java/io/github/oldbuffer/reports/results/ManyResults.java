package io.github.oldbuffer.reports.results;

import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.results.Run.ViolationResult;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import java.util.ArrayList;
import java.util.List;

/** Results as large as a page has to bear. */
public final class ManyResults {

    private ManyResults() {}

    /** So many implementations, judged on every clause, and so many deviations spread over them. */
    public static Results of(int implementations, int deviations) {
        List<Run> runs = new ArrayList<>();
        int each = deviations / implementations;
        for (int i = 0; i < implementations; i++) {
            runs.add(run(i, each));
        }
        return new Results(
                Results.SCHEMA,
                new Results.Kit("0.1.0", 42, 1000),
                runs,
                new Command(List.of("run", "--seed", "42")),
                strength());
    }

    /** Three mutants of each clause, a few more than there are. */
    private static Strength strength() {
        List<Strength.Mutant> mutants = new ArrayList<>();
        for (Clause clause : Clauses.all()) {
            for (int i = 1; i <= 3; i++) {
                mutants.add(new Strength.Mutant(
                        clause.id() + "/fault-" + i,
                        clause.id(),
                        "It is wrong in way " + i,
                        20,
                        3 * i,
                        30 * i,
                        List.of()));
            }
        }
        return new Strength(1000, 20, mutants);
    }

    private static Run run(int number, int deviations) {
        List<ClauseResult> clauses = new ArrayList<>();
        int left = deviations;
        int each = deviations / 10;
        for (Clause clause : Clauses.all()) {
            int here = Math.min(left, each);
            left -= here;
            clauses.add(new ClauseResult(
                    clause.id(),
                    clause.level().word(),
                    here > 0 ? Overall.VIOLATED : Overall.HOLDS,
                    1000,
                    List.of(),
                    violations(clause.id(), number, here)));
        }
        return new Run(
                new Identity("process:runtime-" + number, "Runtime", "1." + number),
                deviations == 0,
                51_000,
                0,
                clauses,
                List.of(),
                List.of(),
                List.of());
    }

    private static List<ViolationResult> violations(String clause, int number, int count) {
        List<ViolationResult> violations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            violations.add(new ViolationResult(
                    "symptom " + i + " of runtime " + number,
                    "PyObject_AsReadBuffer on object 0 returned 0, not -1, in scenario " + i,
                    false,
                    null,
                    "deviations/" + clause + "-" + number + "-" + i + "/witness.json",
                    SampleResults.evidence()));
        }
        return violations;
    }
}
