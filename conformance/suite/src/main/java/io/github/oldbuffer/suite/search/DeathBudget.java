package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.scenario.Crossing;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.transcript.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which calls have killed so often that they are made no more: each death costs a process, and soon teaches nothing.
 *
 * <p>Calls are alike where the same function gets the same kind of object, or the same NULL arguments. Not a value: it
 * counts. May be shared by threads.
 */
public final class DeathBudget {

    /** Deaths of plain calls that are enough. */
    public static final int ENOUGH = 10;
    /** The same of calls with NULL for an argument or an exception pending, of which one death is like another. */
    public static final int ENOUGH_OF_UNUSUAL = 2;
    /** The same of a function with an object that C has not seen, and of the border: every death there is like the first. */
    public static final int ENOUGH_OF_UNSEEN = 1;

    /** Calls of one function that did not come back, whatever they were given: each costs its time limit twice. */
    public static final int ENOUGH_HANGS = 3;

    private static final int WEIGHT_OF_A_HANG = 5;
    private static final String HANG = "hang of ";
    private static final String PENDING = " with an exception pending";

    private final int enough;
    private final int enoughHangs;
    private final Map<String, Integer> deaths = new TreeMap<>();
    /** Looked at without the lock: it is asked of millions of scenarios by several threads, and few have such a call. */
    private volatile Noted noted = new Noted(Set.of(), Set.of(), Set.of(), false);

    public DeathBudget() {
        this(ENOUGH);
    }

    /** @param enough deaths of plain calls of one sort after which they are made no more */
    public DeathBudget(int enough) {
        this(enough, ENOUGH_HANGS);
    }

    /**
     * @param enough deaths of plain calls of one sort after which they are made no more
     * @param enoughHangs calls of one function that did not come back after which it is called no more
     */
    public DeathBudget(int enough, int enoughHangs) {
        this.enough = enough;
        this.enoughHangs = enoughHangs;
    }

    /** Counts a death in. */
    public synchronized void died(Scenario scenario, Outcome.Died died) {
        int weight = died.death() == Outcome.Death.TIMED_OUT ? WEIGHT_OF_A_HANG : 1;
        if (died.death() == Outcome.Death.TIMED_OUT
                && died.step() >= 0
                && died.step() < scenario.steps().size()
                && scenario.steps().get(died.step()) instanceof Step.Call call) {
            add(HANG + call.function(), 1);
        }
        Optional<Crossing> crossing = Crossing.of(scenario, died.step());
        if (crossing.isPresent()) {
            boolean atTheBorder = died.death() == Outcome.Death.AT_THE_BORDER;
            add(atTheBorder ? crossing.get().words() : words(scenario, died.step(), crossing.get()), weight);
            return;
        }
        culprits(scenario, died.step()).forEach(call -> add(call, weight));
    }

    /** Counts deaths in that somebody else has noted. */
    public synchronized void add(String call, int weight) {
        note(call, deaths.merge(call, weight, Integer::sum));
    }

    /** Takes over a count of an earlier part of the same run, which includes what is counted here. */
    public synchronized void raise(String call, int weight) {
        note(call, deaths.merge(call, weight, Math::max));
    }

    private void note(String call, int count) {
        if (call.startsWith(HANG) && count >= enoughHangs) {
            noted = noted.hanging(Function.valueOf(call.substring(HANG.length())));
        }
        if ((" " + call + " ").contains(" " + StepSubject.BORDER + " ")) {
            noted = noted.withUnseen();
        }
        if (count >= Math.min(enough, ENOUGH_OF_UNUSUAL)) {
            for (Function function : Function.values()) {
                if (call.startsWith(function + " ")) {
                    noted = noted.often(function, call.contains("NULL"));
                }
            }
        }
    }

    /**
     * What can be told from the deaths at a glance.
     *
     * @param withNull functions that have killed often enough to be unusual, with some argument NULL
     * @param withObject the same with an object
     * @param hanging functions that did not come back often enough
     * @param unseen whether any death was one of an object that C had not seen
     */
    private record Noted(Set<Function> withNull, Set<Function> withObject, Set<Function> hanging, boolean unseen) {

        boolean concerns(Scenario scenario) {
            if (unseen) {
                return true;
            }
            List<Step> steps = scenario.steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof Step.Call call && (suspects(call) || hanging.contains(call.function()))) {
                    return true;
                }
            }
            return false;
        }

        boolean suspects(Step.Call call) {
            return (call.nulls().isEmpty() ? withObject : withNull).contains(call.function());
        }

        Noted often(Function function, boolean isNull) {
            return isNull
                    ? new Noted(with(withNull, function), withObject, hanging, unseen)
                    : new Noted(withNull, with(withObject, function), hanging, unseen);
        }

        Noted hanging(Function function) {
            return new Noted(withNull, withObject, with(hanging, function), unseen);
        }

        Noted withUnseen() {
            return new Noted(withNull, withObject, hanging, true);
        }

        private static Set<Function> with(Set<Function> some, Function another) {
            Set<Function> all = EnumSet.of(another);
            all.addAll(some);
            return all;
        }
    }

    /** Whether a scenario makes a call that has killed often enough. */
    public boolean leavesOut(Scenario scenario) {
        return noted.concerns(scenario) && killedOften(scenario);
    }

    private synchronized boolean killedOften(Scenario scenario) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            boolean suspected = false;
            if (scenario.steps().get(i) instanceof Step.Call call) {
                if (hangsOftenEnough(call.function())) {
                    return true;
                }
                suspected = noted.suspects(call);
            }
            if (!noted.unseen && !suspected) {
                continue;
            }
            Optional<Crossing> crossing = Crossing.of(scenario, i);
            if (crossing.isPresent()) {
                if (unseenOftenEnough(words(scenario, i, crossing.get()))) {
                    return true;
                }
            } else if (scenario.steps().get(i) instanceof Step.Call call
                    && deaths.getOrDefault(describe(scenario, i), 0)
                            >= (call.plain() ? enough : Math.min(enough, ENOUGH_OF_UNUSUAL))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a scenario hands C an object of a sort that has killed often enough when C got it. */
    public boolean leavesOutAtTheBorder(Scenario scenario) {
        return noted.unseen && diedAtTheBorder(scenario);
    }

    private synchronized boolean diedAtTheBorder(Scenario scenario) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (Crossing.of(scenario, i)
                    .filter(crossing -> unseenOftenEnough(crossing.words()))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean hangsOftenEnough(Function function) {
        return noted.hanging.contains(function);
    }

    private boolean unseenOftenEnough(String words) {
        return deaths.getOrDefault(words, 0) >= ENOUGH_OF_UNSEEN;
    }

    /** A function that gets an object which C has not seen. */
    private static String words(Scenario scenario, int step, Crossing crossing) {
        return StepSubject.function(scenario, step) + " " + crossing.words();
    }

    /** Functions of which a plain call of some sort is made no more. */
    public synchronized Set<Function> givenUp() {
        Set<Function> functions = EnumSet.noneOf(Function.class);
        for (Function function : Function.values()) {
            if (hangsOftenEnough(function)
                    || deaths.entrySet().stream()
                            .anyMatch(entry -> entry.getValue() >= enough && isPlain(function, entry.getKey()))) {
                functions.add(function);
            }
        }
        return functions;
    }

    /** Whether words describe a call of a function with an object and nothing unusual. */
    private static boolean isPlain(Function function, String call) {
        return call.startsWith(function + " ") && !call.endsWith(PENDING) && !call.contains("NULL");
    }

    /** The deaths counted so far, by the call in a few words. */
    public synchronized Map<String, Integer> deaths() {
        return new TreeMap<>(deaths);
    }

    /**
     * The calls that a death is counted for, each in a few words: the one under way; where none is, those made before,
     * one of which may have laid the ground.
     */
    public static List<String> culprits(Scenario scenario, int step) {
        List<Step> steps = scenario.steps();
        if (step >= 0 && step < steps.size() && steps.get(step) instanceof Step.Call) {
            return List.of(describe(scenario, step));
        }
        TreeSet<String> calls = new TreeSet<>();
        for (int i = 0; i < Math.min(step, steps.size()); i++) {
            if (steps.get(i) instanceof Step.Call) {
                calls.add(describe(scenario, i));
            }
        }
        return new ArrayList<>(calls);
    }

    private static String describe(Scenario scenario, int index) {
        Step.Call call = (Step.Call) scenario.steps().get(index);
        if (call.nulls().contains(Step.Argument.OBJECT)) {
            // what else is NULL hardly matters then
            return call.function() + " object NULL";
        }
        if (!call.nulls().isEmpty()) {
            // nor does the object, with NULL for an output
            return call.function() + " NULL for "
                    + call.nulls().stream().map(Enum::name).collect(Collectors.joining(", "));
        }
        return call.function() + " " + object(scenario, index, call.object()) + (call.pending() == null ? "" : PENDING);
    }

    /** The kind of the object, and whether it has one segment: who dies of a failure lives through a success. */
    private static String object(Scenario scenario, int index, int object) {
        for (Step step : scenario.steps().subList(0, index)) {
            if (step instanceof Step.Make make && make.object() == object) {
                String kind = make.exporter().kind().word();
                try {
                    Subject subject = Subjects.of(make.exporter());
                    return kind + (subject.readable() == Support.YES ? "" : " without one segment");
                } catch (InvalidException senseless) {
                    return kind;
                }
            } else if (step instanceof Step.Share share && share.object() == object) {
                return share.sharing().kind().word();
            }
        }
        return StepSubject.NULL;
    }
}
