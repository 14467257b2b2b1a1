package io.github.oldbuffer.suite.generate;

import static io.github.oldbuffer.suite.generate.Demands.all;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step.Code;
import io.github.oldbuffer.suite.generate.Theme.Cast;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The theme of each clause. */
public final class Themes {

    private static final Map<String, Theme> BY_CLAUSE = Clauses.all().stream()
            .map(clause -> make(clause.id()))
            .collect(Collectors.toUnmodifiableMap(Theme::clause, theme -> theme));

    private Themes() {}

    /**
     * The theme of scenarios for which the clause matters.
     *
     * @throws IllegalArgumentException where no clause has this id
     */
    public static Theme of(String clause) {
        Theme theme = BY_CLAUSE.get(clause);
        if (theme == null) {
            throw new IllegalArgumentException("no clause is called " + clause);
        }
        return theme;
    }

    /** Lawful objects and any steps on them, for benchmarks and campaigns. */
    public static Theme anything() {
        return Theme.of("", List.of(), new Cast(Want.ANY, Programs.anything(12)));
    }

    /**
     * What no clause speaks of, and where replacements of the functions differ unseen: NULL arguments, an exception
     * pending before the call, exporters that break the rules, the flags asked for. For comparisons only.
     */
    public static List<Theme> reference() {
        return List.of(
                Theme.of(
                        "REFERENCE-NULL",
                        List.of(),
                        new Cast(Want.READABLE, Programs.callWithNull()),
                        new Cast(Want.NO_MEMORY, Programs.callWithNull())),
                Theme.of(
                        "REFERENCE-PENDING",
                        List.of(),
                        new Cast(Want.READABLE, Programs.callWithPending()),
                        new Cast(Want.UNREADABLE, Programs.callWithPending())),
                Theme.of("REFERENCE-UNLAWFUL", List.of(), new Cast(Want.UNLAWFUL, Programs.callUnlawful())),
                Theme.of(
                        "REFERENCE-ANY",
                        List.of(),
                        new Cast(Want.ANY, Programs.anything(8)),
                        new Cast(Want.RECORDING, Programs.anything(4))));
    }

    /**
     * What no clause speaks of, for every run: it has to be gone through so that one knows what becomes of it, though
     * nothing is judged. NULL for the object of CHECK is left out, of which every CPython dies; sweeps have it.
     */
    public static List<Theme> beyond() {
        return List.of(
                Theme.of(
                        "BEYOND-CALLS",
                        List.of(),
                        new Cast(Want.ANY, Programs.callInAnyWay()),
                        // twice: one recipe makes many kinds, and each is to meet NULL for every argument
                        new Cast(Want.OF_LIBRARIES, Programs.callInAnyWay()),
                        new Cast(Want.OF_LIBRARIES, Programs.callInAnyWay())),
                Theme.of("BEYOND-UNLAWFUL", List.of(), new Cast(Want.UNLAWFUL_ANYHOW, Programs.callInAnyWay())));
    }

    private static Theme make(String clause) {
        String family = clause.substring(0, clause.indexOf('-'));
        return switch (family) {
            case "CHECK" -> check(clause);
            case "ALL", "NEW" -> across(clause);
            default -> function(clause, Function.valueOf(family));
        };
    }

    private static Theme function(String clause, Function function) {
        boolean write = function == Function.WRITE;
        Want supported = write ? Want.WRITABLE : Want.READABLE;
        Want unsupported = write ? Want.UNWRITABLE : Want.UNREADABLE;
        List<Demand> good = write ? Demands.writable() : Demands.readable();
        List<Demand> bad = all(Demands.noMemory(), Demands.manySegments(), Demands.released());
        Program call = Programs.call(function);
        Cast released = new Cast(Want.RELEASABLE, Programs.callReleased(function));
        return switch (clause) {
            case "CHAR-1", "READ-1", "WRITE-1" ->
                theme(clause, good, new Cast(supported, call), new Cast(Want.RUNNING_CODE, Insides.call(function)));
            case "CHAR-4", "CHAR-5", "CHAR-9", "READ-4", "READ-5", "READ-9", "WRITE-4", "WRITE-5", "WRITE-9" ->
                theme(
                        clause,
                        all(good, Demands.wiped(), Demands.several()),
                        new Cast(supported, call),
                        inTurn(function));
            case "CHAR-2", "CHAR-3", "CHAR-8", "READ-2", "READ-3", "READ-8", "WRITE-2", "WRITE-3", "WRITE-8" ->
                theme(
                        clause,
                        bad,
                        new Cast(unsupported, call),
                        new Cast(Want.NO_MEMORY, call),
                        new Cast(Want.MANY_SEGMENTS, call),
                        released);
            case "CHAR-6", "READ-6", "WRITE-6" ->
                theme(clause, Demands.manySegments(), new Cast(Want.MANY_SEGMENTS, call));
            case "CHAR-7", "READ-7", "WRITE-7" ->
                theme(clause, good, new Cast(supported, Programs.callAndLookAgain(function)));
            case "CHAR-10", "READ-10", "WRITE-10" ->
                theme(
                        clause,
                        all(good, Demands.noMemory(), Demands.manySegments(), Demands.emptyOdd(), Demands.several()),
                        new Cast(supported, call),
                        new Cast(unsupported, call),
                        new Cast(Want.NO_MEMORY, call),
                        new Cast(Want.EMPTY_ODD, call),
                        inTurn(function));
            case "CHAR-11", "READ-11", "WRITE-11" -> exports(clause, function);
            case "CHAR-12", "READ-12", "WRITE-12" ->
                theme(
                        clause,
                        all(good, Demands.manySegments(), Demands.emptyOdd()),
                        new Cast(Want.MEMORY, call),
                        new Cast(supported, call),
                        new Cast(Want.EMPTY_ODD, call));
            case "WRITE-13" -> theme(clause, Demands.readOnly(), new Cast(Want.READ_ONLY, call));
            case "WRITE-14" -> theme(clause, Demands.writable(), new Cast(Want.WRITABLE, Programs.callAndWrite()));
            default -> throw new AssertionError(clause);
        };
    }

    private static Theme exports(String clause, Function function) {
        Program free = Programs.callAndSetFree(function);
        return theme(
                clause,
                all(
                        Demands.owners(),
                        Demands.resizable(),
                        Demands.releasable(),
                        Demands.emptyOdd(),
                        Demands.wiped(),
                        Demands.several()),
                new Cast(Want.RECORDING, Programs.call(function)),
                new Cast(Want.REFUSING_RECORDING, Programs.call(function)),
                new Cast(Want.EMPTY_ODD, Programs.call(function)),
                new Cast(Want.RESIZABLE, free),
                new Cast(Want.RELEASABLE, free),
                new Cast(Want.RESIZABLE, Programs.callInTurn(function)),
                new Cast(Want.RUNNING_CODE, Insides.call(function)),
                inTurn(function));
    }

    /** What a function keeps between its calls shows where there are several, on objects that tell what they see. */
    private static Cast inTurn(Function function) {
        return new Cast(Want.RECORDING, Programs.callInTurn(function));
    }

    private static Theme check(String clause) {
        Program call = Programs.call(Function.CHECK);
        Cast released = new Cast(Want.RELEASABLE, Programs.callReleased(Function.CHECK));
        List<Demand> bad = all(Demands.noMemory(), Demands.manySegments());
        return switch (clause) {
            case "CHECK-1" -> theme(clause, Demands.readable(), new Cast(Want.READABLE, call));
            case "CHECK-2" ->
                theme(
                        clause,
                        all(bad, Demands.released()),
                        new Cast(Want.UNREADABLE, call),
                        new Cast(Want.NO_MEMORY, call),
                        released);
            case "CHECK-3", "CHECK-4" ->
                theme(
                        clause,
                        all(bad, Demands.readable(), Demands.emptyOdd(), Demands.several()),
                        new Cast(Want.READABLE, call),
                        new Cast(Want.UNREADABLE, call),
                        new Cast(Want.NO_MEMORY, call),
                        new Cast(Want.EMPTY_ODD, call),
                        inTurn(Function.CHECK));
            case "CHECK-5" -> exports(clause, Function.CHECK);
            default -> throw new AssertionError(clause);
        };
    }

    private static Theme across(String clause) {
        List<Demand> any = all(Demands.readable(), Demands.noMemory(), Demands.manySegments());
        return switch (clause) {
            case "ALL-1" ->
                anyObject(clause, all(any, Demands.emptyOdd()), Programs.both(Function.CHECK, Function.READ));
            case "ALL-2" ->
                theme(
                        clause,
                        Demands.writable(),
                        new Cast(Want.WRITABLE, Programs.both(Function.WRITE, Function.READ)));
            case "ALL-3" -> anyObject(clause, all(any, Demands.emptyOdd(), Demands.several()), Programs.twice());
            case "NEW-1" -> anyObject(clause, any, Programs.besideView(Function.READ, Request.SIMPLE));
            case "NEW-2" -> anyObject(clause, any, Programs.besideView(Function.WRITE, Request.WRITABLE));
            case "NEW-3" ->
                anyObject(clause, all(any, Demands.emptyOdd()), Programs.besideParse(Function.READ, Code.Y_STAR));
            case "NEW-4" ->
                anyObject(clause, all(any, Demands.emptyOdd()), Programs.besideParse(Function.WRITE, Code.W_STAR));
            case "NEW-5" ->
                theme(
                        clause,
                        all(Demands.resizable(), Demands.releasable()),
                        new Cast(Want.MOVABLE, Programs.pin()),
                        new Cast(Want.RUNNING_CODE, Insides.pin()),
                        new Cast(Want.SLICED, Insides.slice()),
                        new Cast(Want.RELEASABLE, Programs.pin()));
            case "NEW-6" ->
                theme(
                        clause,
                        any,
                        new Cast(Want.READABLE, Programs.parse()),
                        new Cast(Want.UNREADABLE, Programs.parse()),
                        new Cast(Want.READABLE, Programs.parse()),
                        new Cast(Want.NO_MEMORY, Programs.parse()));
            case "NEW-7" ->
                theme(
                        clause,
                        Demands.readable(),
                        new Cast(Want.READABLE, Programs.request()),
                        new Cast(Want.MANY_SEGMENTS, Programs.request()));
            case "NEW-8", "NEW-9" ->
                theme(
                        clause,
                        all(Demands.readable(), Demands.manySegments()),
                        new Cast(Want.READABLE, Programs.request()),
                        new Cast(Want.MANY_SEGMENTS, Programs.request()),
                        new Cast(Want.EMPTY_ODD, Programs.request()),
                        new Cast(Want.MANY_SEGMENTS, Programs.request()));
            // a clause that needs no scenarios of its own; what it is about nobody says but its rule
            default -> anyObject(clause, List.of(), Programs.anything(8));
        };
    }

    private static Theme anyObject(String clause, List<Demand> demands, Program program) {
        return theme(
                clause,
                demands,
                new Cast(Want.READABLE, program),
                new Cast(Want.UNREADABLE, program),
                new Cast(Want.NO_MEMORY, program),
                new Cast(Want.EMPTY_ODD, program));
    }

    private static Theme theme(String clause, List<Demand> demands, Cast... casts) {
        return Theme.of(clause, demands, casts);
    }
}
