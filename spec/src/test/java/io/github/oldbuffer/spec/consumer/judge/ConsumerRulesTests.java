package io.github.oldbuffer.spec.consumer.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every clause about consumers has a rule, every rule a clause. */
class ConsumerRulesTests {

    @Test
    void rulesAndClausesAreTheSameInTheSameOrder() {
        assertEquals(
                Clauses.ofConsumers().stream().map(Clause::id).toList(), List.copyOf(ConsumerRules.BY_CLAUSE.keySet()));
    }
}
