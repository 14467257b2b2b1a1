package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rule judges which clause. */
final class Rules {

    /** In the order in which clauses are listed. */
    static final Map<String, Rule> BY_CLAUSE = all();

    /** A clause and its rule. */
    record OfClause(String clause, Rule rule) {}

    /** For every set of traits those whose needs it meets. */
    private static final OfClause[][] BY_TRAITS = byTraits();

    private Rules() {}

    /** The rules that may find something in a case, in order; whatever the others look for is not there. */
    static OfClause[] bearingOn(Case judged) {
        return BY_TRAITS[judged.traits()];
    }

    private static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Function function : new Function[] {Function.CHAR, Function.READ, Function.WRITE}) {
            rules.put(function + "-1", new ReturnsZero(function));
            rules.put(function + "-2", new ReturnsMinusOne(function));
            rules.put(function + "-3", new FailsWithTypeError(function));
            rules.put(function + "-4", new PointsToTheMemory(function));
            rules.put(function + "-5", new LengthInBytes(function));
            rules.put(function + "-6", new SingleSegment(function));
            rules.put(function + "-7", new NotACopy(function));
            rules.put(function + "-8", new OutputsUntouched(function));
            rules.put(function + "-9", new NothingRaisedOnSuccess(function));
            rules.put(function + "-10", new ReferenceCount(function));
            rules.put(function + "-11", new ExportsReleased(function));
            rules.put(function + "-12", new MemoryUnchanged(function));
        }
        rules.put("WRITE-13", new ReadOnlyFails());
        rules.put("WRITE-14", new WritesReachTheObject());
        rules.put("CHECK-1", new CheckSaysYes());
        rules.put("CHECK-2", new CheckSaysNo());
        rules.put("CHECK-3", new CheckRaisesNothing());
        rules.put("CHECK-4", new ReferenceCount(Function.CHECK));
        rules.put("CHECK-5", new ExportsReleased(Function.CHECK));
        rules.put("ALL-1", new CheckAgreesWithRead());
        rules.put("ALL-2", new WriteImpliesRead());
        rules.put("ALL-3", new SameAnswerTwice());
        rules.put("NEW-1", new AgreesWithNewProtocol(Function.READ, false));
        rules.put("NEW-2", new AgreesWithNewProtocol(Function.WRITE, false));
        rules.put("NEW-3", new AgreesWithNewProtocol(Function.READ, true));
        rules.put("NEW-4", new AgreesWithNewProtocol(Function.WRITE, true));
        rules.put("NEW-5", new ViewPins());
        return Collections.unmodifiableMap(rules);
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
