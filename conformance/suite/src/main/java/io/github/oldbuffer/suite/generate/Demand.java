package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.function.Predicate;

/** Something that a property must have seen among the scenarios that exercised its clause, or it was vacuous. */
public final class Demand {

    private final String name;
    private final Predicate<Scenario> seen;

    private Demand(String name, Predicate<Scenario> seen) {
        this.name = name;
        this.seen = seen;
    }

    /** Something about the object that the scenario is about: object 0. */
    static Demand object(String name, Predicate<Subject> seen) {
        return new Demand(name, scenario -> {
            Subject subject = subject(scenario);
            return subject != null && seen.test(subject);
        });
    }

    static Demand step(String name, Predicate<Step> seen) {
        return new Demand(name, scenario -> scenario.steps().stream().anyMatch(seen));
    }

    /** Calls on so many objects, of those that clauses speak of. */
    static Demand objectsCalled(String name, int least) {
        return new Demand(
                name,
                scenario -> scenario.steps().stream()
                                .filter(step -> step instanceof Step.Call call && call.plain())
                                .map(step -> ((Step.Call) step).object())
                                .distinct()
                                .count()
                        >= least);
    }

    /** In words, such as {@code memory beyond 2 GiB}. */
    public String name() {
        return name;
    }

    public boolean seenIn(Scenario scenario) {
        return seen.test(scenario);
    }

    private static Subject subject(Scenario scenario) {
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Make make && make.object() == 0) {
                try {
                    return Subjects.of(make.exporter());
                } catch (InvalidException invalid) {
                    return null;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
