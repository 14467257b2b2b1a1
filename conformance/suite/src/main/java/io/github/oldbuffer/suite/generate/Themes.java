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
                Theme.of("BEYOND-CALLS", List.of(), new Cast(Want.ANY, Programs.callInAnyWay())),
                Theme.of("BEYOND-UNLAWFUL", List.of(), new Cast(Want.UNLAWFUL_ANYHOW, Programs.callInAnyWay())));
    }

    private static Theme make(String clause) {
        String family = clause.substring(0, clause.indexOf('-'));
        int number = Integer.parseInt(clause.substring(clause.indexOf('-') + 1));
        return switch (family) {
            case "CHECK" -> check(clause, number);
            case "ALL" -> across(clause, number);
            case "NEW" -> newProtocol(clause, number);
            default -> function(clause, Function.valueOf(family), number);
        };
    }

    private static Theme function(String clause, Function function, int number) {
        boolean write = function == Function.WRITE;
        Want supported = write ? Want.WRITABLE : Want.READABLE;
        Want unsupported = write ? Want.UNWRITABLE : Want.UNREADABLE;
        List<Demand> good = write ? Demands.writable() : Demands.readable();
        List<Demand> bad = all(Demands.noMemory(), Demands.manySegments(), Demands.released());
        Program call = Programs.call(function);
        Cast released = new Cast(Want.RELEASABLE, Programs.callReleased(function));
        return switch (number) {
            case 1 -> theme(clause, good, new Cast(supported, call));
            case 4, 5, 9 ->
                theme(
                        clause,
                        all(good, Demands.wiped(), Demands.several()),
                        new Cast(supported, call),
                        inTurn(function));
            case 2, 3, 8 ->
                theme(
                        clause,
                        bad,
                        new Cast(unsupported, call),
                        new Cast(Want.NO_MEMORY, call),
                        new Cast(Want.MANY_SEGMENTS, call),
                        released);
            case 6 -> theme(clause, Demands.manySegments(), new Cast(Want.MANY_SEGMENTS, call));
            case 7 -> theme(clause, good, new Cast(supported, Programs.callAndLookAgain(function)));
            case 10 ->
                theme(
                        clause,
                        all(good, Demands.noMemory(), Demands.manySegments(), Demands.emptyOdd(), Demands.several()),
                        new Cast(supported, call),
                        new Cast(unsupported, call),
                        new Cast(Want.NO_MEMORY, call),
                        new Cast(Want.EMPTY_ODD, call),
                        inTurn(function));
            case 11 -> exports(clause, function);
            case 12 ->
                theme(
                        clause,
                        all(good, Demands.manySegments(), Demands.emptyOdd()),
                        new Cast(Want.MEMORY, call),
                        new Cast(supported, call),
                        new Cast(Want.EMPTY_ODD, call));
            case 13 -> theme(clause, Demands.readOnly(), new Cast(Want.READ_ONLY, call));
            case 14 -> theme(clause, Demands.writable(), new Cast(Want.WRITABLE, Programs.callAndWrite()));
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
                inTurn(function));
    }

    /** What a function keeps between its calls shows where there are several, on objects that tell what they see. */
    private static Cast inTurn(Function function) {
        return new Cast(Want.RECORDING, Programs.callInTurn(function));
    }

    private static Theme check(String clause, int number) {
        Program call = Programs.call(Function.CHECK);
        Cast released = new Cast(Want.RELEASABLE, Programs.callReleased(Function.CHECK));
        List<Demand> bad = all(Demands.noMemory(), Demands.manySegments());
        return switch (number) {
            case 1 -> theme(clause, Demands.readable(), new Cast(Want.READABLE, call));
            case 2 ->
                theme(
                        clause,
                        all(bad, Demands.released()),
                        new Cast(Want.UNREADABLE, call),
                        new Cast(Want.NO_MEMORY, call),
                        released);
            case 3, 4 ->
                theme(
                        clause,
                        all(bad, Demands.readable(), Demands.emptyOdd(), Demands.several()),
                        new Cast(Want.READABLE, call),
                        new Cast(Want.UNREADABLE, call),
                        new Cast(Want.NO_MEMORY, call),
                        new Cast(Want.EMPTY_ODD, call),
                        inTurn(Function.CHECK));
            case 5 -> exports(clause, Function.CHECK);
            default -> throw new AssertionError(clause);
        };
    }

    private static Theme across(String clause, int number) {
        List<Demand> any = all(Demands.readable(), Demands.noMemory(), Demands.manySegments());
        return switch (number) {
            case 1 -> anyObject(clause, all(any, Demands.emptyOdd()), Programs.both(Function.CHECK, Function.READ));
            case 2 ->
                theme(
                        clause,
                        Demands.writable(),
                        new Cast(Want.WRITABLE, Programs.both(Function.WRITE, Function.READ)));
            case 3 -> anyObject(clause, all(any, Demands.emptyOdd(), Demands.several()), Programs.twice());
            default -> throw new AssertionError(clause);
        };
    }

    private static Theme newProtocol(String clause, int number) {
        List<Demand> any = all(Demands.readable(), Demands.noMemory(), Demands.manySegments());
        return switch (number) {
            case 1 -> anyObject(clause, any, Programs.besideView(Function.READ, Request.SIMPLE));
            case 2 -> anyObject(clause, any, Programs.besideView(Function.WRITE, Request.WRITABLE));
            case 3 -> anyObject(clause, all(any, Demands.emptyOdd()), Programs.besideParse(Function.READ, Code.Y_STAR));
            case 4 ->
                anyObject(clause, all(any, Demands.emptyOdd()), Programs.besideParse(Function.WRITE, Code.W_STAR));
            case 5 ->
                theme(
                        clause,
                        all(Demands.resizable(), Demands.releasable()),
                        new Cast(Want.MOVABLE, Programs.pin()),
                        new Cast(Want.RELEASABLE, Programs.pin()));
            default -> throw new AssertionError(clause);
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
