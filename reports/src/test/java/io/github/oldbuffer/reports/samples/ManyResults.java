package io.github.oldbuffer.reports.samples;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Command;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.results.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        List<Finding> findings = new ArrayList<>();
        int left = deviations;
        int each = deviations / 10;
        for (Clause clause : Clauses.all()) {
            int here = Math.min(left, each);
            left -= here;
            clauses.add(new ClauseResult(
                    clause.id(), clause.level().word(), here > 0 ? Verdict.VIOLATED : Verdict.HOLDS, null, 1000));
            for (int i = 0; i < here; i++) {
                findings.add(finding(clause.id(), number, i));
            }
        }
        return SampleResults.run(
                new Identity("process:runtime-" + number, "Runtime", "1." + number), clauses, findings);
    }

    private static Finding finding(String clause, int number, int i) {
        return SampleResults.violation(
                        clause,
                        "symptom " + i + " of runtime " + number,
                        new Cause("cause-" + clause.toLowerCase(Locale.ROOT), "A fault in what " + clause + " asks"),
                        "deviations/" + clause + "-" + number + "-" + i + "/witness.json")
                .withEvidence(SampleResults.evidence());
    }
}
