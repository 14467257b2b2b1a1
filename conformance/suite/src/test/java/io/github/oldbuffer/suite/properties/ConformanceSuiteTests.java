package io.github.oldbuffer.suite.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConformanceSuiteTests {

    @Test
    void everyClauseHasOneProperty() {
        List<String> clauses = new ArrayList<>();
        properties().forEach(property -> clauses.add(about(property)));

        assertEquals(Clauses.all().size(), clauses.size());
        assertEquals(
                new TreeSet<>(Clauses.all().stream().map(Clause::id).toList()), (Set<String>) new TreeSet<>(clauses));
    }

    @Test
    void nameAndLabelBeginWithTheClauseAndItsLevel() {
        for (Method property : properties()) {
            Clause clause = Clauses.find(about(property)).orElseThrow();
            String label = property.getAnnotation(Label.class).value();

            assertTrue(property.getName().startsWith(clause.id().replace('-', '_') + "_"), property::getName);
            assertTrue(label.startsWith(clause.id() + " (" + clause.level().word() + "): "), label);
        }
    }

    @Test
    void everyPropertyChecksItsOwnClause() throws ReflectiveOperationException {
        for (Method property : properties()) {
            Checked checked = new Checked(new ArrayList<>());
            property.invoke((ConformanceSuite) () -> checked, new Scenario(List.of()));

            assertEquals(List.of(about(property)), checked.clauses());
        }
    }

    private static List<Method> properties() {
        List<Method> properties = new ArrayList<>();
        for (Method method : ConformanceSuite.class.getMethods()) {
            if (method.isAnnotationPresent(Property.class)) {
                properties.add(method);
            }
        }
        return properties;
    }

    private static String about(Method property) {
        return property.getParameters()[0].getAnnotation(ScenarioAbout.class).value();
    }

    private record Checked(List<String> clauses) implements Trial {
        @Override
        public int tries() {
            return 1;
        }

        @Override
        public long seed(String clause) {
            return 1;
        }

        @Override
        public void check(String clause, Scenario scenario) {
            clauses.add(clause);
        }

        @Override
        public void end(String clause) {
            // nothing to end
        }
    }
}
