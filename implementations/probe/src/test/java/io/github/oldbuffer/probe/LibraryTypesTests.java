package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.LibraryType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The probe makes objects of libraries by the expressions that reproducers use. */
class LibraryTypesTests {

    private static final Pattern ENTRY = Pattern.compile("\"\\(\\\\\"(.*)\\\\\", \\\\\"(.*)\\\\\"\\),\\\\n\" \\\\");
    private static final Pattern SIZES = Pattern.compile("library_item_sizes\\[\\] = \\{(.*)\\};");

    @Test
    void theProbeHasTheSameTypesInTheSameOrder() throws IOException {
        String source = source();
        List<String> entries = new ArrayList<>();
        for (Matcher entry = ENTRY.matcher(source); entry.find(); ) {
            entries.add(entry.group(1) + " | " + entry.group(2));
        }
        assertEquals(
                Arrays.stream(LibraryType.values())
                        .map(type -> type.typeExpression() + " | " + type.objectExpression())
                        .toList(),
                entries);
        Matcher sizes = SIZES.matcher(source);
        assertEquals(true, sizes.find());
        assertEquals(
                Arrays.stream(LibraryType.values())
                        .map(type -> String.valueOf(type.itemsize()))
                        .collect(Collectors.joining(", ")),
                sizes.group(1));
    }

    private static String source() throws IOException {
        try (InputStream text = LibraryTypesTests.class.getResourceAsStream("/probe/born_source.c")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
