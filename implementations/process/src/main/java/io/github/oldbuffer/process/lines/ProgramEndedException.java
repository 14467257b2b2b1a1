package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import java.math.BigDecimal;
import java.time.Duration;

/** A program has ended, or was killed, instead of answering. */
final class ProgramEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Death death;

    private ProgramEndedException(Death death, String detail) {
        super(detail);
        this.death = death;
    }

    /** @param cause such as {@code SIGSEGV} or {@code exit status 3} */
    static ProgramEndedException crashed(String cause) {
        return new ProgramEndedException(Death.CRASHED, cause);
    }

    static ProgramEndedException timedOut(Duration limit) {
        String seconds =
                BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
        return new ProgramEndedException(Death.TIMED_OUT, "limit " + seconds + " s");
    }

    /** @param step under way */
    Outcome.Died outcome(int step) {
        return new Outcome.Died(death, step, getMessage());
    }
}
