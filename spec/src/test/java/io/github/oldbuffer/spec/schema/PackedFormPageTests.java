package io.github.oldbuffer.spec.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of {@code spec/packed-form.md} have a row for each kind, with the bytes that its description has. */
class PackedFormPageTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]+ \\| `(\\d+)`(?: (.*))? \\|$");

    @Test
    void everyTableIsTheDescriptions() throws IOException {
        String page = Files.readString(Path.of("packed-form.md"));
        assertEquals(StepShape.rows(), rows(page, "step"));
        assertEquals(InsideShape.rows(), rows(page, "step inside"));
        assertEquals(ExporterShape.rows(), rows(page, "exporter"));
        assertEquals(OperationShape.rows(), rows(page, "operation"));
        assertEquals(OutcomeShape.rows(), rows(page, "outcome"));
        assertEquals(EventShape.rows(), rows(page, "event"));
    }

    /** The rows of a table, by number: up to the empty line that ends it. */
    private static Map<Integer, String> rows(String page, String table) {
        int start = page.indexOf("| " + table + " | bytes |");
        int end = page.indexOf("\n\n", start);
        Map<Integer, String> rows = new TreeMap<>();
        for (Matcher row = ROW.matcher(page).region(start, end); row.find(); ) {
            rows.put(Integer.valueOf(row.group(1)), row.group(2) == null ? "" : row.group(2));
        }
        return rows;
    }
}
