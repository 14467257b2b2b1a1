package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.text.KitCommand;

/** An implementation deviates from a clause, or dies; the message is for whoever wrote the implementation. */
public final class DeviationError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient String clause;
    private final transient Finding finding;

    /** @param clause whose property met it */
    DeviationError(String clause, Finding finding) {
        super(clause + ": " + finding.symptom());
        this.clause = clause;
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }

    /** The clause, what went wrong, where to look, and the scenario; made when asked for: shrinking throws often. */
    @Override
    public String getMessage() {
        if (finding == null) {
            return super.getMessage();
        }
        Clause asked = Clauses.find(clause).orElseThrow();
        return asked.id() + " (" + asked.level().word() + ") asks: " + asked.statement()
                + "\n  symptom: " + finding.symptom()
                + "\n  reason:  " + finding.reason()
                + "\n  look at: " + asked.lookAt()
                + "\n  scenario, for " + KitCommand.NAME + " replay:\n"
                + ScenarioJson.write(finding.shown().scenario());
    }
}
