package io.github.oldbuffer.spec.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;

/**
 * What was seen of an implementation and should not be: a clause violated, a difference, a death.
 *
 * <p>It is the same value from the place that sees it to the page. What is known later is added later: {@code id},
 * {@code cause} and {@code witness} are {@code null} in a search, {@code shown} in findings that were read from a file.
 *
 * @param id the same from run to run; reports use it as the fingerprint
 * @param function the C function that it is about, such as {@code PyObject_AsReadBuffer}
 * @param clause the id of the clause violated; {@code null} for a difference and for a death
 * @param symptom what is wrong, in words that are the same wherever the same thing is wrong
 * @param cause what it has in common with other findings of the run
 * @param object the kind of the object that it is about, such as {@code memoryview}; {@code NULL} where there is none
 * @param reason what was expected and what happened in the witness
 * @param filed the entry on file that covers it, or {@code null} where none does
 * @param signal of a death: a signal such as {@code SIGSEGV}, an exit status or a time limit; otherwise {@code null}
 * @param other of a difference: what the implementation was compared with; otherwise {@code null}
 * @param witness path of the witness, relative to the results file
 * @param place where a search for the fault may begin in a port's source, or {@code null} where nobody knows
 * @param evidence the witness step by step, or {@code null} where nobody recorded it
 * @param shown the witness as data, with what became of it
 */
@JsonIgnoreProperties(value = "known", allowGetters = true)
public record Finding(
        String id,
        Kind kind,
        String function,
        String clause,
        String symptom,
        Cause cause,
        String object,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) Filed filed,
        @JsonInclude(JsonInclude.Include.NON_NULL) String signal,
        @JsonInclude(JsonInclude.Include.NON_NULL) Identity other,
        String witness,
        @JsonInclude(JsonInclude.Include.NON_NULL) Place place,
        @JsonInclude(JsonInclude.Include.NON_NULL) Evidence evidence,
        @JsonIgnore Shown shown) {

    /** Of which nobody knows a place in a source. */
    public Finding(
            String id,
            Kind kind,
            String function,
            String clause,
            String symptom,
            Cause cause,
            String object,
            String reason,
            Filed filed,
            String signal,
            Identity other,
            String witness,
            Evidence evidence,
            Shown shown) {
        this(
                id, kind, function, clause, symptom, cause, object, reason, filed, signal, other, witness, null,
                evidence, shown);
    }

    /** What sort of finding. */
    public enum Kind {
        VIOLATION,
        DIFFERENCE,
        DEATH
    }

    /**
     * A scenario and what became of it.
     *
     * @param theme that the scenario was drawn for; a clause's id where it is about a clause
     * @param step index of the step that shows the finding
     * @param other what the other implementation did; {@code null} where there is none
     */
    public record Shown(String theme, Scenario scenario, int step, Transcript transcript, Transcript other) {}

    /** Whether it is on file. */
    @JsonProperty
    public boolean known() {
        return filed != null;
    }

    /** Findings of one key are about the same thing, whatever scenario shows them. */
    public Key key() {
        return new Key(kind, function, clause, symptom);
    }

    /** What findings are kept by, and filed by. */
    public record Key(Kind kind, String function, String clause, String symptom) {}

    /** The clause, or what stands in its place: {@code death} or {@code difference}. */
    public String heading() {
        return clause != null ? clause : kind == Kind.DEATH ? "death" : "difference";
    }

    public Finding withId(String named) {
        return new Finding(
                named, kind, function, clause, symptom, cause, object, reason, filed, signal, other, witness, place,
                evidence, shown);
    }

    public Finding withCause(Cause grouped) {
        return new Finding(
                id, kind, function, clause, symptom, grouped, object, reason, filed, signal, other, witness, place,
                evidence, shown);
    }

    public Finding withReason(String said) {
        return new Finding(
                id, kind, function, clause, symptom, cause, object, said, filed, signal, other, witness, place,
                evidence, shown);
    }

    /** @param entry {@code null} where none covers it */
    public Finding withFiled(Filed entry) {
        return new Finding(
                id, kind, function, clause, symptom, cause, object, reason, entry, signal, other, witness, place,
                evidence, shown);
    }

    public Finding withWitness(String path) {
        return new Finding(
                id, kind, function, clause, symptom, cause, object, reason, filed, signal, other, path, place, evidence,
                shown);
    }

    public Finding withShown(Shown seen) {
        return new Finding(
                id, kind, function, clause, symptom, cause, object, reason, filed, signal, other, witness, place,
                evidence, seen);
    }

    public Finding withEvidence(Evidence told) {
        return new Finding(
                id, kind, function, clause, symptom, cause, object, reason, filed, signal, other, witness, place, told,
                shown);
    }

    /** @param found {@code null} where nobody knows */
    public Finding withPlace(Place found) {
        return new Finding(
                id, kind, function, clause, symptom, cause, object, reason, filed, signal, other, witness, found,
                evidence, shown);
    }
}
