package io.github.oldbuffer.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.oldbuffer.spec.json.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of {@code protocol.md} have the fields of the schemas; which of them have a default, too. */
class ProtocolPageTests {

    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    @Test
    void exporters() throws IOException {
        Map<String, Map<String, Boolean>> expected =
                kinds(schema(JsonSchemas.scenario()).at("/$defs/exporter/oneOf"), "kind");
        Map<String, Map<String, Boolean>> told = table("| kind | field | | default |");
        told.put("scripted", table("| field | | default |", "### Scripted exporters"));
        assertEquals(expected, told);
    }

    @Test
    void operations() throws IOException {
        JsonNode memoryviews = schema(JsonSchemas.scenario()).at("/$defs/exporter/oneOf/4/properties");
        assertEquals("memoryview", memoryviews.at("/kind/const").asText());
        assertEquals(kinds(memoryviews.at("/operations/items/oneOf"), "do"), table("| do | field | | default |"));
    }

    @Test
    void geometry() throws IOException {
        JsonNode scripted = schema(JsonSchemas.scenario()).at("/$defs/exporter/oneOf/9/properties");
        assertEquals("scripted", scripted.at("/kind/const").asText());
        assertEquals(fields(scripted.at("/geometry"), ""), table("| field | | default |", "The fields of `geometry`"));
    }

    @Test
    void events() throws IOException {
        assertEquals(
                kinds(schema(JsonSchemas.transcript()).at("/properties/events/items/oneOf"), "did"),
                table("| did | field | | default |"));
    }

    @Test
    void steps() throws IOException {
        Map<String, TreeSet<String>> expected = new TreeMap<>();
        kinds(schema(JsonSchemas.scenario()).at("/properties/steps/items/oneOf"), "do")
                .forEach((kind, fields) -> expected.put(kind, new TreeSet<>(fields.keySet())));
        Map<String, TreeSet<String>> told = new TreeMap<>();
        for (String[] cells : rows(page(), "| do | fields | what is to be done | event |")) {
            TreeSet<String> fields = new TreeSet<>();
            WORD.matcher(cells[2]).results().forEach(word -> fields.add(word.group(1)));
            told.put(cells[1].strip().replace("`", ""), fields);
        }
        assertEquals(expected, told);
    }

    /** For each kind its fields, and whether each may be left out. */
    private static Map<String, Map<String, Boolean>> kinds(JsonNode choice, String word) {
        Map<String, Map<String, Boolean>> kinds = new TreeMap<>();
        for (JsonNode kind : choice) {
            kinds.put(kind.at("/properties/" + word + "/const").asText(), fields(kind, word));
        }
        return kinds;
    }

    private static Map<String, Boolean> fields(JsonNode object, String word) {
        Map<String, Boolean> fields = new TreeMap<>();
        object.path("properties").fieldNames().forEachRemaining(name -> fields.put(name, true));
        object.path("required").forEach(name -> fields.put(name.asText(), false));
        fields.remove(word);
        return fields;
    }

    /** A table of kinds and their fields; a row without a kind is about that of the row before. */
    private static Map<String, Map<String, Boolean>> table(String head) throws IOException {
        Map<String, Map<String, Boolean>> kinds = new TreeMap<>();
        String kind = "";
        for (String[] cells : rows(page(), head)) {
            kind = cells[1].isBlank() ? kind : cells[1];
            for (Matcher each = WORD.matcher(kind); each.find(); ) {
                addFields(kinds.computeIfAbsent(each.group(1), none -> new TreeMap<>()), cells[2], cells[4]);
            }
        }
        return kinds;
    }

    private static Map<String, Boolean> table(String head, String behind) throws IOException {
        Map<String, Boolean> fields = new TreeMap<>();
        String page = page();
        for (String[] cells : rows(page.substring(page.indexOf(behind)), head)) {
            addFields(fields, cells[1], cells[3]);
        }
        return fields;
    }

    private static void addFields(Map<String, Boolean> fields, String names, String usual) {
        WORD.matcher(names).results().forEach(name -> fields.put(name.group(1), !usual.isBlank()));
    }

    private static Iterable<String[]> rows(String page, String head) {
        int start = page.indexOf(head);
        int end = page.indexOf("\n\n", start);
        return page.substring(start, end)
                .lines()
                .skip(2)
                .map(row -> row.split("\\|", -1))
                .toList();
    }

    private static JsonNode schema(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("protocol.md"));
    }
}
