package io.github.oldbuffer.spec.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a document is said in the words of JSON, and not in those of the library that reads it. */
class RecordJsonTests {

    /** As the entries of a file of known deviations are. */
    record Entry(String reason, List<String> symptoms, Boolean stale, Integer version, Entry within) {}

    record Whole(List<Entry> entries) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"entries": [{"symptoms": "x"}]}               | entries[0].symptoms: expected a list
            {"entries": [{"symptoms": [["x"]]}]}           | entries[0].symptoms[0]: expected a text
            {"entries": [{"reason": {"why": 1}}]}          | entries[0].reason: expected a text
            {"entries": [{"stale": "yes"}]}                | entries[0].stale: expected true or false
            {"entries": [{"version": 1.5}]}                | entries[0].version: expected a whole number
            {"entries": [{"version": []}]}                 | entries[0].version: expected a whole number
            {"entries": [{}, "x"]}                         | entries[1]: expected an object
            {"entries": {"within": 7}}                     | entries: expected a list
            {"entries": [{"within": []}]}                  | entries[0].within: expected an object
            []                                             | expected an object
            "text"                                         | expected an object
            """)
    void whatIsOfAnotherTypeIsSaidInTheWordsOfJson(String text, String sentence) {
        assertEquals(
                sentence,
                assertThrows(JsonException.class, () -> RecordJson.read(text, Whole.class))
                        .getMessage());
    }
}
