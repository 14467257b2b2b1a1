package io.github.oldbuffer.spec.judge.view;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.rule.Rule;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.scenario.Function;

/** NEW-3, NEW-4: as NEW-1 and NEW-2, held against {@code PyArg_ParseTuple} with {@code y*} and {@code w*}. */
public final class AgreesWithParsing implements Rule {
    private final AgreesWithNewProtocol agrees;

    public AgreesWithParsing(Function function) {
        agrees = new AgreesWithNewProtocol(function, true);
    }

    @Override
    public int needs() {
        return agrees.needs();
    }

    @Override
    public void examine(Case judged, Findings findings) {
        agrees.examine(judged, findings);
    }
}
