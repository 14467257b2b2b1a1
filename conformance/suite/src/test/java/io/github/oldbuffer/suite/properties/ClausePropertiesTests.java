package io.github.oldbuffer.suite.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClausePropertiesTests {

    static List<Clause> clauses() {
        return Clauses.all();
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void everyClauseHasOnePropertyWithItsIdItsLevelAndOneTitle(Clause clause) {
        List<Method> about = Arrays.stream(ConformanceSuite.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Property.class))
                .filter(method -> id(method).equals(clause.id()))
                .toList();
        assertEquals(1, about.size(), about.toString());
        String label = about.get(0).getAnnotation(Label.class).value();
        String head = clause.id() + " (" + clause.level().name().toLowerCase(Locale.ROOT) + "): ";
        assertTrue(label.startsWith(head), label);
        assertEquals(
                words(clause.id().replace('-', ' ') + " " + label.substring(head.length())),
                words(about.get(0).getName().replace('_', ' ')));
    }

    private static String id(Method property) {
        return Stream.of(property.getParameters())
                .map(parameter -> parameter.getAnnotation(ScenarioAbout.class).value())
                .findFirst()
                .orElseThrow();
    }

    private static String words(String text) {
        return text.replace("-1", "minus 1")
                .replace("*", " star")
                .replace("'", "")
                .replaceAll("[^A-Za-z0-9]+", " ")
                .strip();
    }
}
