package io.github.oldbuffer.spec.consumer.judge;

/** The code of a clause: looks at a call and reports what bears on the clause. */
interface ConsumerRule {
    void examine(CallCase call, CallFindings findings);
}
