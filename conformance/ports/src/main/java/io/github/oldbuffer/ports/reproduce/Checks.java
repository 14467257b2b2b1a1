package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what a program has to look at, so that it tells the wrong behaviour from the right one. */
public final class Checks {

    private static final Set<Aspect> REFERENCE =
            EnumSet.complementOf(EnumSet.of(Aspect.TYPE_ERROR, Aspect.BALANCE, Aspect.REFUSAL, Aspect.NO_POINTER));

    private static final Set<Aspect> OF_ANY_RUNTIME =
            EnumSet.of(Aspect.CODE, Aspect.EXCEPTION, Aspect.LENGTH, Aspect.GRANTED);

    static {
        // of which no comparison speaks: much in a view may be so or otherwise
        REFERENCE.removeAll(Aspect.FIELDS);
    }

    private Checks() {}

    /**
     * For a violation: where the wrong transcript and a right one differ in what the clause speaks of.
     *
     * @param right what the model did: it does what the document says
     * @param reference what CPython's own functions did; {@code null} where nobody asked them
     */
    static List<Check> violation(
            String clause, Scenario scenario, Transcript wrong, Transcript right, Transcript reference) {
        if (clause.equals("NEW-7") || clause.equals("NEW-8")) {
            return new FieldChecks(clause, scenario, wrong, right).all();
        }
        Set<Aspect> aspects = aspects(clause);
        // what a clause about exports says of exceptions is that no later step meets an export that is left
        boolean laterOnly = aspects.contains(Aspect.BALANCE);
        List<Check> checks = differing(aspects, wrong, right, false).stream()
                .filter(check -> !laterOnly
                        || check.aspect() != Aspect.EXCEPTION
                        || !(wrong.events().get(check.step()) instanceof Event.Called))
                .map(check -> tolerant(check, reference))
                .toList();
        List<Check> balance = checks.stream()
                .filter(check -> check.aspect() == Aspect.BALANCE)
                .toList();
        // where the counts tell it, exceptions beside them are another matter
        return balance.isEmpty() ? checks : balance;
    }

    /** The same of a runtime: what the clause speaks of, or else all in which the two differ that can be told of any runtime. */
    public static List<Check> ofRuntime(String clause, Scenario scenario, Transcript wrong, Transcript right) {
        List<Check> checks = violation(clause, scenario, wrong, right, null);
        return checks.isEmpty() ? differing(OF_ANY_RUNTIME, wrong, right, false) : checks;
    }

    /** A port put right may raise what the functions that it replaces raise, where they break the clause in another way. */
    private static Check tolerant(Check check, Transcript reference) {
        if (check.aspect() != Aspect.TYPE_ERROR
                || !check.expected().equals(Aspect.A_TYPE_ERROR)
                || reference == null
                || check.step() >= reference.events().size()
                || !(reference.events().get(check.step()) instanceof Event.Called called)
                || called.raised() == null
                || called.raised().typeError()
                || called.raised().type().equals(check.observed())) {
            return check;
        }
        return check.tolerating(called.raised().type());
    }

    /** For a difference: the first step in which the transcripts differ, in all that they differ in there. */
    public static List<Check> difference(Transcript port, Transcript reference) {
        return differing(REFERENCE, port, reference, true);
    }

    private static List<Check> differing(Set<Aspect> aspects, Transcript wrong, Transcript right, boolean firstOnly) {
        List<Check> checks = new ArrayList<>();
        int size = Math.min(wrong.events().size(), right.events().size());
        for (int i = 0; i < size && (checks.isEmpty() || !firstOnly); i++) {
            Event one = wrong.events().get(i);
            Event other = right.events().get(i);
            for (Aspect aspect : aspects) {
                Optional<String> seen = aspect.of(one);
                Optional<String> expected = aspect.of(other);
                if (seen.isPresent() && expected.isPresent() && !seen.equals(expected)) {
                    checks.add(new Check(i, aspect, expected.get(), seen.get()));
                }
            }
        }
        return checks;
    }

    /** What a clause speaks of. */
    private static Set<Aspect> aspects(String clause) {
        return switch (clause) {
            case "CHAR-1",
                    "CHAR-2",
                    "CHAR-6",
                    "READ-1",
                    "READ-2",
                    "READ-6",
                    "WRITE-1",
                    "WRITE-2",
                    "WRITE-6",
                    "WRITE-13" -> EnumSet.of(Aspect.CODE);
            case "CHAR-3", "READ-3", "WRITE-3", "CHAR-9", "READ-9", "WRITE-9" -> EnumSet.of(Aspect.TYPE_ERROR);
            case "CHAR-4", "READ-4", "WRITE-4", "CHAR-7", "READ-7", "WRITE-7" ->
                EnumSet.of(Aspect.POINTER, Aspect.BYTES);
            case "CHAR-5", "READ-5", "WRITE-5" -> EnumSet.of(Aspect.LENGTH);
            case "CHAR-8", "READ-8", "WRITE-8" -> EnumSet.of(Aspect.POINTER, Aspect.LENGTH);
            case "CHAR-10", "READ-10", "WRITE-10", "CHECK-4" -> EnumSet.of(Aspect.REFERENCES, Aspect.OTHERS);
            case "CHAR-11", "READ-11", "WRITE-11", "CHECK-5" -> EnumSet.of(Aspect.BALANCE, Aspect.EXCEPTION);
            case "CHAR-12", "READ-12", "WRITE-12" -> EnumSet.of(Aspect.MEMORY);
            case "WRITE-14" -> EnumSet.of(Aspect.VALUE, Aspect.BYTES, Aspect.POINTER);
            case "CHECK-1", "CHECK-2" -> EnumSet.of(Aspect.CODE);
            case "CHECK-3" -> EnumSet.of(Aspect.EXCEPTION);
            case "NEW-6" -> EnumSet.of(Aspect.GRANTED, Aspect.REFUSAL, Aspect.LENGTH, Aspect.NO_POINTER);
            case "NEW-9" -> EnumSet.of(Aspect.GRANTED, Aspect.REFUSAL);
            default -> EnumSet.of(Aspect.CODE, Aspect.POINTER, Aspect.LENGTH, Aspect.GRANTED);
        };
    }
}
