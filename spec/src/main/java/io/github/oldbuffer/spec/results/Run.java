package io.github.oldbuffer.spec.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What was found of one implementation.
 *
 * @param scenarios how many were run
 * @param unsupported how many of them the implementation did not support
 * @param clauses one for each clause asked for, in the order in which clauses are listed
 * @param findings each key once for what is on file and once for what is not; known ones first
 * @param replayed entries on file whose witness the run replayed
 * @param broken why the run says less than was asked for, such as that the implementation could not go on, in words that
 *     begin a sentence, or {@code null}
 * @param measured how long it took, or {@code null} where nobody measured it
 * @param elsewhere entries on file for other versions of the implementation, whose witnesses the run replayed so that the
 *     results of several versions can be held against each other; they say nothing of the run itself
 * @param coverage which part of the space of scenarios it covered, or {@code null} where nobody looked
 * @param leftOut how many more there were that were not run, since a call of them had killed the process often enough, or
 *     {@code null} where there are none
 */
@JsonIgnoreProperties(value = "conforms", allowGetters = true)
public record Run(
        Identity implementation,
        long scenarios,
        long unsupported,
        List<ClauseResult> clauses,
        List<Finding> findings,
        List<Replayed> replayed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Replayed> elsewhere,
        @JsonInclude(JsonInclude.Include.NON_NULL) String broken,
        @JsonInclude(JsonInclude.Include.NON_NULL) Measured measured,
        @JsonInclude(JsonInclude.Include.NON_NULL) Coverage coverage,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long leftOut) {

    public Run {
        clauses = List.copyOf(clauses);
        findings = List.copyOf(findings);
        replayed = List.copyOf(replayed);
        elsewhere = elsewhere == null ? List.of() : List.copyOf(elsewhere);
        leftOut = leftOut == null || leftOut == 0 ? null : leftOut;
    }

    /** Of which nothing was replayed that is filed for other versions, and nothing left out. */
    public Run(
            Identity implementation,
            long scenarios,
            long unsupported,
            List<ClauseResult> clauses,
            List<Finding> findings,
            List<Replayed> replayed,
            String broken,
            Measured measured,
            Coverage coverage) {
        this(
                implementation,
                scenarios,
                unsupported,
                clauses,
                findings,
                replayed,
                List.of(),
                broken,
                measured,
                coverage,
                null);
    }

    /** Nothing was found but what is on file, every clause was exercised, and nothing came in between. */
    @JsonProperty
    public boolean conforms() {
        return !deviates() && complete();
    }

    /** Whether anything was found that is not on file. Violations of clauses that nobody promises do not count. */
    @JsonIgnore
    public boolean deviates() {
        return findings.stream().anyMatch(finding -> !finding.known() && counts(finding));
    }

    /** Whether something can be said of every clause that binds. */
    @JsonIgnore
    public boolean judged() {
        return clauses.stream().noneMatch(clause -> !clause.reference() && clause.verdict() == Verdict.NOT_EXERCISED);
    }

    /** Whether it is judged, and nothing came in between. */
    @JsonIgnore
    public boolean complete() {
        return judged() && broken == null;
    }

    /** Entries on file whose witness deviates no more. */
    public List<Replayed> stale() {
        return replayed.stream().filter(Replayed::stale).toList();
    }

    /** What was found about a clause. */
    public List<Finding> findings(String clause) {
        return findings.stream()
                .filter(finding -> clause.equals(finding.clause()))
                .toList();
    }

    public Optional<ClauseResult> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    /** Whether a finding counts: nobody promises what is of level reference, but nothing may die. */
    public boolean counts(Finding finding) {
        return finding.clause() == null
                || clause(finding.clause()).map(clause -> !clause.reference()).orElse(true);
    }

    public Run withScenarios(long ran, long notSupported) {
        return new Run(
                implementation,
                ran,
                notSupported,
                clauses,
                findings,
                replayed,
                elsewhere,
                broken,
                measured,
                coverage,
                leftOut);
    }

    public Run withFindings(List<Finding> others) {
        return new Run(
                implementation,
                scenarios,
                unsupported,
                clauses,
                others,
                replayed,
                elsewhere,
                broken,
                measured,
                coverage,
                leftOut);
    }

    public Run withReplayed(List<Replayed> others) {
        return new Run(
                implementation,
                scenarios,
                unsupported,
                clauses,
                findings,
                others,
                elsewhere,
                broken,
                measured,
                coverage,
                leftOut);
    }

    public Run withElsewhere(List<Replayed> others) {
        return new Run(
                implementation,
                scenarios,
                unsupported,
                clauses,
                findings,
                replayed,
                others,
                broken,
                measured,
                coverage,
                leftOut);
    }

    public Run withBroken(String why) {
        return new Run(
                implementation,
                scenarios,
                unsupported,
                clauses,
                findings,
                replayed,
                elsewhere,
                why,
                measured,
                coverage,
                leftOut);
    }

    public Run withMeasured(Measured measure) {
        return new Run(
                implementation,
                scenarios,
                unsupported,
                clauses,
                findings,
                replayed,
                elsewhere,
                broken,
                measure,
                coverage,
                leftOut);
    }

    public Run withCoverage(Coverage covered) {
        return new Run(
                implementation,
                scenarios,
                unsupported,
                clauses,
                findings,
                replayed,
                elsewhere,
                broken,
                measured,
                covered,
                leftOut);
    }

    public Run withLeftOut(long notRun) {
        return new Run(
                implementation,
                scenarios,
                unsupported,
                clauses,
                findings,
                replayed,
                elsewhere,
                broken,
                measured,
                coverage,
                notRun);
    }

    /**
     * What differs from one run to the next although seed, kit and implementation are the same.
     *
     * @param started when, in UTC, such as {@code 2026-11-22T09:00:00Z}
     * @param millis how long the run took, in milliseconds
     */
    public record Measured(String started, long millis) {}
}
