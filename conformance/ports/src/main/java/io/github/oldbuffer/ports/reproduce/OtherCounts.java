package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reference counts of the objects that a call was not made on: what an event tells, and how a program finds out. */
final class OtherCounts {

    private OtherCounts() {}

    /** {@code o0 lost, o2 kept}, or {@code unchanged}; those of objects inside others have no name in programs. */
    static Optional<String> of(Counts counts) {
        String changed = counts.listed().stream()
                .filter(count -> count.depth() == 0 && count.change() != 0 && count.change() != Event.UNCOUNTED)
                .map(count -> count.name() + (count.change() > 0 ? " kept" : " lost"))
                .sorted()
                .collect(Collectors.joining(", "));
        return counts.restTold() ? Optional.of(changed.isEmpty() ? "unchanged" : changed) : Optional.empty();
    }

    /** Statements that keep the counts in front of the call of a step. */
    static String before(Scenario scenario, int step) {
        StringBuilder text = new StringBuilder();
        for (int object : others(scenario, step)) {
            text.append("    Py_ssize_t before" + step + "_" + object + " = Py_REFCNT(o" + object + ");\n");
        }
        return text.toString();
    }

    /** Statements that put what became of them into the text {@code others} and the step's number. */
    static String after(Scenario scenario, int step) {
        String others = "others" + step;
        StringBuilder text = new StringBuilder("    char " + others + "[1024] = \"\";\n");
        for (int object : others(scenario, step)) {
            String count = "Py_REFCNT(o" + object + ")";
            String before = "before" + step + "_" + object;
            text.append("    if (" + count + " != " + before + ") {\n        size_t used = strlen(" + others
                    + ");\n        snprintf(" + others + " + used, sizeof(" + others
                    + ") - used, \"%so" + object + " %s\", used == 0 ? \"\" : \", \", " + count + " > " + before
                    + " ? \"kept\" : \"lost\");\n    }\n");
        }
        return text.toString();
    }

    /** The objects that are there, but for the one called and those that all of Python shares. */
    private static Set<Integer> others(Scenario scenario, int at) {
        Set<Integer> others = new TreeSet<>();
        for (Step step : scenario.steps().subList(0, at)) {
            if (step instanceof Step.Make make && !shared(make)) {
                others.add(make.object());
            } else if (step instanceof Step.Drop drop) {
                others.remove(drop.object());
            }
        }
        others.remove(((Step.Call) scenario.steps().get(at)).object());
        return others;
    }

    private static boolean shared(Step.Make make) {
        return make.exporter() instanceof NonBuffer nothing
                && switch (nothing.kindOfObject()) {
                    case INT, NONE, TYPE, STR -> true;
                    default -> false;
                };
    }
}
