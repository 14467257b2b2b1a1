package io.github.oldbuffer.reports.results;

import io.github.oldbuffer.spec.implementation.Identity;
import java.util.List;

/**
 * What was found of one implementation.
 *
 * @param conforms no violation and no crash but known ones, and every clause was exercised
 * @param scenarios how many were run
 * @param unsupported how many of them the implementation did not support
 * @param clauses one for each clause asked for, in the order in which clauses are listed
 * @param stale known deviations that apply to this implementation and whose witness deviates no more
 * @param measured how long it took, or {@code null} where nobody measured it
 * @param coverage which part of the space of scenarios it came by, or {@code null} where nobody looked
 */
public record Run(
        Identity implementation,
        boolean conforms,
        long scenarios,
        long unsupported,
        List<ClauseResult> clauses,
        List<Crash> crashes,
        List<Difference> differences,
        List<Stale> stale,
        Measured measured,
        Coverage coverage) {
    public Run {
        clauses = List.copyOf(clauses);
        crashes = List.copyOf(crashes);
        differences = List.copyOf(differences);
        stale = List.copyOf(stale);
    }

    /** A run of which nobody looked what it came by. */
    public Run(
            Identity implementation,
            boolean conforms,
            long scenarios,
            long unsupported,
            List<ClauseResult> clauses,
            List<Crash> crashes,
            List<Difference> differences,
            List<Stale> stale,
            Measured measured) {
        this(implementation, conforms, scenarios, unsupported, clauses, crashes, differences, stale, measured, null);
    }

    /** A run that nobody measured. */
    public Run(
            Identity implementation,
            boolean conforms,
            long scenarios,
            long unsupported,
            List<ClauseResult> clauses,
            List<Crash> crashes,
            List<Difference> differences,
            List<Stale> stale) {
        this(implementation, conforms, scenarios, unsupported, clauses, crashes, differences, stale, null);
    }

    /** The same run, measured. */
    public Run with(Measured measure) {
        return new Run(
                implementation,
                conforms,
                scenarios,
                unsupported,
                clauses,
                crashes,
                differences,
                stale,
                measure,
                coverage);
    }

    /** The same run, with what it came by. */
    public Run with(Coverage seen) {
        return new Run(
                implementation, conforms, scenarios, unsupported, clauses, crashes, differences, stale, measured, seen);
    }

    /**
     * What differs from one run to the next although seed, kit and implementation are the same.
     *
     * @param started when, in UTC, such as {@code 2026-11-22T09:00:00Z}
     * @param millis how long the run took, in milliseconds
     */
    public record Measured(String started, long millis) {}

    /**
     * A clause's verdict over the whole run.
     *
     * @param level the word of the clause's level
     * @param scenarios how many exercised it
     * @param missing what its property must have seen and has not; where this is not empty a clause without violations
     *     is NOT_EXERCISED
     */
    public record ClauseResult(
            String id,
            String level,
            Overall verdict,
            long scenarios,
            List<String> missing,
            List<ViolationResult> violations) {
        public ClauseResult {
            missing = List.copyOf(missing);
            violations = List.copyOf(violations);
        }
    }

    /** A clause's verdict over the whole run. */
    public enum Overall {
        HOLDS,
        VIOLATED,
        NOT_EXERCISED
    }

    /**
     * A deviation from a clause.
     *
     * @param reason what was expected and what happened in the witness
     * @param known whether it is on file
     * @param why the reason on file, or {@code null} where it is not known
     * @param filed the entry on file, or {@code null} where it is not known or nobody noted it
     * @param witness path of the witness file, relative to the results file
     * @param evidence the witness step by step, or {@code null} where nobody recorded it
     */
    public record ViolationResult(
            String symptom, String reason, boolean known, String why, Filed filed, String witness, Evidence evidence) {
        public ViolationResult(String symptom, String reason, boolean known, String why, String witness) {
            this(symptom, reason, known, why, null, witness, null);
        }

        public ViolationResult(
                String symptom, String reason, boolean known, String why, String witness, Evidence evidence) {
            this(symptom, reason, known, why, null, witness, evidence);
        }
    }

    /**
     * A death of the implementation.
     *
     * @param kind CRASHED or TIMED_OUT
     * @param signal such as {@code SIGSEGV}, or the exit status or the time limit
     * @param clause whose property met it
     * @param symptom names the step that was under way
     * @param filed as for a violation
     * @param evidence the witness step by step, or {@code null} where nobody recorded it
     */
    public record Crash(
            String kind,
            String signal,
            String clause,
            String symptom,
            boolean known,
            String why,
            Filed filed,
            String witness,
            Evidence evidence) {
        public Crash(
                String kind, String signal, String clause, String symptom, boolean known, String why, String witness) {
            this(kind, signal, clause, symptom, known, why, null, witness, null);
        }
    }

    /**
     * A difference from the reference, or from whatever the implementation was held against, which no clause forbids.
     *
     * @param witness path of the witness file, relative to the results file
     * @param shown how it shows, or {@code null} where nobody noted it
     */
    public record Difference(String symptom, String witness, Shown shown) {
        public Difference(String symptom, String witness) {
            this(symptom, witness, null);
        }
    }

    /** A known deviation whose witness deviates no more. */
    public record Stale(String clause, String symptom) {}
}
