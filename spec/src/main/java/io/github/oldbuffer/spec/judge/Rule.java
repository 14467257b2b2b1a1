package io.github.oldbuffer.spec.judge;

/** The code of a clause: looks at a case and reports what bears on the clause. */
@FunctionalInterface
interface Rule {
    void examine(Case judged, Findings findings);
}
