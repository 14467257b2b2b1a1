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
        rules.put("CHAR-1", new ReturnsZero(Function.CHAR));
        rules.put("CHAR-2", new ReturnsMinusOne(Function.CHAR));
        rules.put("CHAR-3", new FailsWithTypeError(Function.CHAR));
        rules.put("CHAR-4", new PointsToTheMemory(Function.CHAR));
        rules.put("CHAR-5", new LengthInBytes(Function.CHAR));
        rules.put("CHAR-6", new SingleSegment(Function.CHAR));
        rules.put("CHAR-7", new NotACopy(Function.CHAR));
        rules.put("CHAR-8", new OutputsUntouched(Function.CHAR));
        rules.put("CHAR-9", new NothingRaisedOnSuccess(Function.CHAR));
        rules.put("CHAR-10", new ReferenceCount(Function.CHAR));
        rules.put("CHAR-11", new ExportsReleased(Function.CHAR));
        rules.put("CHAR-12", new MemoryUnchanged(Function.CHAR));
        rules.put("READ-1", new ReturnsZero(Function.READ));
        rules.put("READ-2", new ReturnsMinusOne(Function.READ));
        rules.put("READ-3", new FailsWithTypeError(Function.READ));
        rules.put("READ-4", new PointsToTheMemory(Function.READ));
        rules.put("READ-5", new LengthInBytes(Function.READ));
        rules.put("READ-6", new SingleSegment(Function.READ));
        rules.put("READ-7", new NotACopy(Function.READ));
        rules.put("READ-8", new OutputsUntouched(Function.READ));
        rules.put("READ-9", new NothingRaisedOnSuccess(Function.READ));
        rules.put("READ-10", new ReferenceCount(Function.READ));
        rules.put("READ-11", new ExportsReleased(Function.READ));
        rules.put("READ-12", new MemoryUnchanged(Function.READ));
        rules.put("WRITE-1", new ReturnsZero(Function.WRITE));
        rules.put("WRITE-2", new ReturnsMinusOne(Function.WRITE));
        rules.put("WRITE-3", new FailsWithTypeError(Function.WRITE));
        rules.put("WRITE-4", new PointsToTheMemory(Function.WRITE));
        rules.put("WRITE-5", new LengthInBytes(Function.WRITE));
        rules.put("WRITE-6", new SingleSegment(Function.WRITE));
        rules.put("WRITE-7", new NotACopy(Function.WRITE));
        rules.put("WRITE-8", new OutputsUntouched(Function.WRITE));
        rules.put("WRITE-9", new NothingRaisedOnSuccess(Function.WRITE));
        rules.put("WRITE-10", new ReferenceCount(Function.WRITE));
        rules.put("WRITE-11", new ExportsReleased(Function.WRITE));
        rules.put("WRITE-12", new MemoryUnchanged(Function.WRITE));
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
