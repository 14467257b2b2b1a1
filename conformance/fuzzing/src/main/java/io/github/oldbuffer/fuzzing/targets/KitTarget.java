package io.github.oldbuffer.fuzzing.targets;

import java.util.function.Predicate;

/** A target about the kit's own code: whatever it throws is a fault. */
final class KitTarget {

    private final Predicate<byte[]> code;
    private Session session;

    /** @param code says whether it accepted the input, and throws where it is wrong */
    KitTarget(Predicate<byte[]> code) {
        this.code = code;
    }

    void begin() {
        session = Session.of(Settings.ofProcess());
    }

    void run(byte[] input) {
        if (session == null) {
            begin();
        }
        StateFile state = session.state();
        state.increment(StateFile.Count.EXECUTIONS);
        state.begin(input);
        try {
            if (!code.test(input)) {
                state.increment(StateFile.Count.REJECTED);
            }
        } catch (RuntimeException | AssertionError | StackOverflowError fault) {
            session.leave(new Lead(symptom(fault), input), String.valueOf(fault.getMessage()));
        }
        state.end();
    }

    private static String symptom(Throwable fault) {
        StackTraceElement[] frames = fault.getStackTrace();
        return fault.getClass().getSimpleName()
                + (frames.length == 0 ? "" : " in " + frames[0].getClassName() + "." + frames[0].getMethodName());
    }
}
