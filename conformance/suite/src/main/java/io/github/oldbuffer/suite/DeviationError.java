package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.json.ScenarioJson;

/** An implementation deviates from a clause; the message is for whoever wrote the implementation. */
public final class DeviationError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient Deviation deviation;

    DeviationError(Deviation deviation) {
        super(deviation.clause() + ": " + deviation.symptom());
        this.deviation = deviation;
    }

    public Deviation deviation() {
        return deviation;
    }

    /** The clause, what went wrong, where to look, and the scenario; made when asked for: shrinking throws often. */
    @Override
    public String getMessage() {
        if (deviation == null) {
            return super.getMessage();
        }
        Clause clause = Clauses.find(deviation.clause()).orElseThrow();
        return clause.id() + " (" + clause.level().word() + ") asks: " + clause.statement()
                + "\n  symptom: " + deviation.symptom()
                + "\n  reason:  " + deviation.reason()
                + "\n  look at: " + clause.lookAt()
                + "\n  scenario, for ./conform replay:\n" + ScenarioJson.write(deviation.witness());
    }
}
