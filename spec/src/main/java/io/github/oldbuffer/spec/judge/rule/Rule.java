package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;

/** The code of a clause: looks at a case and reports what bears on the clause. */
public interface Rule {
    void examine(Case judged, Findings findings);

    /** The {@link Traits} without any one of which a case has nothing that bears on the clause. */
    int needs();
}
