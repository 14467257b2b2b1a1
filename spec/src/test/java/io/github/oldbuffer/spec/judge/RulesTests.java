package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.judge.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every clause has a rule, every rule a clause. */
class RulesTests {

    @Test
    void rulesAndClausesAreTheSameInTheSameOrder() {
        assertEquals(Clauses.all().stream().map(Clause::id).toList(), List.copyOf(Rules.BY_CLAUSE.keySet()));
    }
}
