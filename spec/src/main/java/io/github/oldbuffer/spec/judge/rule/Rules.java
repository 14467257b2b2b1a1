package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rule judges which clause: {@code clauses.json} names it. */
public final class Rules {

    /** In the order in which clauses are listed. */
    public static final Map<String, Rule> BY_CLAUSE = all();

    /** A clause and its rule. */
    public record OfClause(String clause, Rule rule) {}

    /** For every set of traits those whose needs it meets. */
    private static final OfClause[][] BY_TRAITS = byTraits();

    private Rules() {}

    /** The rules that may find something in a case, in order; whatever the others look for is not there. */
    public static OfClause[] bearingOn(Case judged) {
        return BY_TRAITS[judged.traits()];
    }

    private static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Clause clause : Clauses.all()) {
            rules.put(clause.id(), rule(Clauses.rule(clause.id()), ClauseFunctions.of(clause.id())));
        }
        return Collections.unmodifiableMap(rules);
    }

    /** A rule by the name of its class in {@code judge}; one that judges several functions alike is told which. */
    private static Rule rule(String name, Set<Function> functions) {
        try {
            Class<? extends Rule> type =
                    Class.forName(Judge.class.getPackageName() + "." + name).asSubclass(Rule.class);
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (List.of(constructor.getParameterTypes()).equals(List.of(Function.class))) {
                    return (Rule) constructor.newInstance(functions.iterator().next());
                }
            }
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("clauses.json names a rule that there is not: " + name, e);
        }
    }

    private static OfClause[][] byTraits() {
        OfClause[][] table = new OfClause[Traits.SETS][];
        for (int traits = 0; traits < Traits.SETS; traits++) {
            List<OfClause> bearing = new ArrayList<>();
            for (Map.Entry<String, Rule> entry : BY_CLAUSE.entrySet()) {
                if (Traits.include(traits, entry.getValue().needs())) {
                    bearing.add(new OfClause(entry.getKey(), entry.getValue()));
                }
            }
            table[traits] = bearing.toArray(OfClause[]::new);
        }
        return table;
    }
}
