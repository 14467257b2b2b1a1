package io.github.oldbuffer.spec.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clauses' pages: all there, in order, filled in, at the level that the design gives them. */
class ClausesTests {

    private static final List<String> FAMILIES = List.of("CHAR", "READ", "WRITE");

    static Stream<Clause> clauses() {
        return Clauses.listed().stream();
    }

    /** What is said in words for the four functions is quoted in English too. */
    @Test
    void whatTheDocumentSaysIsQuotedFromPythonsDocumentationToo() {
        clauses()
                .filter(clause -> clause.source().contains("«"))
                .forEach(clause -> assertTrue(
                        clause.passage()
                                .map(passage -> passage.address().startsWith("https://docs.python.org/3/c-api/"))
                                .orElse(false),
                        clause.id()));
    }

    private static List<String> expectedIds() {
        List<String> ids = new ArrayList<>();
        for (String family : FAMILIES) {
            int last = family.equals("WRITE") ? 14 : 12;
            for (int number = 1; number <= last; number++) {
                ids.add(family + "-" + number);
            }
        }
        ids.addAll(List.of("CHECK-1", "CHECK-2", "CHECK-3", "CHECK-4", "CHECK-5", "ALL-1", "ALL-2", "ALL-3"));
        ids.addAll(List.of("NEW-1", "NEW-2", "NEW-3", "NEW-4", "NEW-5", "NEW-6", "NEW-7", "NEW-8", "NEW-9"));
        for (int number = 1; number <= 12; number++) {
            ids.add("USE-" + number);
        }
        for (int number = 1; number <= 7; number++) {
            ids.add("EXP-" + number);
        }
        ids.addAll(List.of("STRESS-1", "STRESS-2", "STRESS-3"));
        return ids;
    }

    private static Level expectedLevel(String id) {
        Map<String, Level> others = new TreeMap<>(Map.of(
                "WRITE-13", Level.CONTRACT,
                "WRITE-14", Level.CONTRACT,
                "CHECK-3", Level.IMPLIED,
                "CHECK-4", Level.IMPLIED,
                "CHECK-5", Level.CONTRACT,
                "ALL-3", Level.IMPLIED,
                "NEW-3", Level.IMPLIED,
                "NEW-4", Level.IMPLIED));
        if (others.containsKey(id)) {
            return others.get(id);
        } else if (List.of("NEW-6", "NEW-7", "NEW-8", "NEW-9").contains(id)) {
            return Level.PROTOCOL;
        } else if (id.startsWith("USE-")) {
            return List.of("USE-1", "USE-4", "USE-7", "USE-10", "USE-11").contains(id) ? Level.IMPLIED : Level.PROTOCOL;
        } else if (id.startsWith("STRESS-")) {
            return Level.IMPLIED;
        } else if (id.startsWith("EXP-")) {
            return id.equals("EXP-7") ? Level.IMPLIED : Level.PROTOCOL;
        } else if (!FAMILIES.contains(id.substring(0, id.indexOf('-')))) {
            return Level.CONTRACT;
        }
        return switch (id.substring(id.indexOf('-') + 1)) {
            case "8" -> Level.HEADER;
            case "7", "9", "10", "12" -> Level.IMPLIED;
            default -> Level.CONTRACT;
        };
    }

    @Test
    void thereAreFiftyFiveAndTwelveAndSevenAndThreeInOrder() {
        assertEquals(55, Clauses.all().size());
        assertEquals(12, Clauses.ofConsumers().size());
        assertEquals(7, Clauses.ofExporters().size());
        assertEquals(3, Clauses.ofStress().size());
        assertEquals(expectedIds(), clauses().map(Clause::id).toList());
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void everyPageIsComplete(Clause clause) {
        assertEquals(expectedLevel(clause.id()), clause.level(), clause.id());
        for (String text : List.of(clause.statement(), clause.source(), clause.lookAt(), clause.notJudged())) {
            assertFalse(text.isBlank(), clause.id());
        }
        assertTrue(clause.statement().endsWith("."), clause.statement());
        Stream.concat(
                        Stream.of(clause.statement(), clause.source(), clause.notJudged(), clause.lookAt()),
                        clause.notes().stream())
                .forEach(text -> {
                    assertFalse(text.contains("{") || text.contains("}"), text);
                    assertEquals(text.strip(), text);
                });
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void aPageSpeaksOfItsOwnFunction(Clause clause) {
        for (Function function : Function.values()) {
            if (clause.id().startsWith(function + "-")) {
                assertTrue(clause.statement().contains(function.cName()), clause.statement());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void everyClauseThatANoteSendsToExists(Clause clause) {
        Stream.concat(Stream.of(clause.notJudged(), clause.source()), clause.notes().stream())
                .flatMap(text -> Stream.of(text.split("[^A-Z0-9-]+")))
                .filter(word -> word.matches("[A-Z]+-[0-9]+"))
                .forEach(id -> assertTrue(Clauses.find(id).isPresent(), clause.id() + " speaks of " + id));
    }

    @Test
    void notesOnTheInterfaceAreTheFunctionsOwn() {
        assertTrue(note("WRITE-13").contains("writable"));
        assertTrue(note("CHAR-1").contains("PyObject_AsCharBuffer"));
        assertEquals("The interface is one readable segment, whatever its format.", note("READ-1"));
    }

    private static String note(String id) {
        return Clauses.find(id).orElseThrow().notes().get(0);
    }

    @Test
    void aClauseIsFoundByItsId() {
        assertEquals("READ-6", Clauses.find("READ-6").orElseThrow().id());
        assertEquals(Optional.empty(), Clauses.find("READ-15"));
        assertEquals(Optional.empty(), Clauses.find(""));
    }

    @Test
    void levelsHaveTheWordsOfTheResults() {
        assertEquals(
                List.of("contract", "header", "implied", "protocol", "reference"),
                Stream.of(Level.values()).map(Level::word).toList());
    }
}
