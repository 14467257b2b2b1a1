package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Place;
import io.github.oldbuffer.spec.results.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was found of a port names the line at which to look. */
class PortPlaceTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            never_released.c      | READ-11 | an acquired buffer was not released | PyObject_GetBuffer(object, &view
            outputs_cleared.c     | READ-8  | the pointer was written on failure  | *buffer = NULL;
            outputs_cleared.c     | READ-8  | the length was written on failure   | *length = 0;
            released_unacquired.c | READ-11 | a buffer was released that was not  | PyBuffer_Release(&view)
            flags_strided.c       | READ-6  | succeeded on strided memory         | PyBUF_STRIDED_RO
            error_lost.c          | READ-3  | failed without an exception         | PyErr_Clear()
            length_in_items.c     | READ-5  | the length counts items             | *length = view.len / view.itemsize
            """)
    void aFindingNamesTheLine(String file, String clause, String symptom, String code) throws Exception {
        Path port = ExamplePort.file("faulty/" + file);
        Place place = found(port, "--contract-only").findings().stream()
                .filter(found ->
                        clause.equals(found.clause()) && found.symptom().startsWith(symptom))
                .map(Finding::place)
                .findFirst()
                .orElseThrow();
        assertEquals(port.toString(), place.file());
        assertEquals("PyObject_AsReadBuffer", place.function());
        String line = Files.readAllLines(port).get(place.line() - 1);
        assertTrue(line.contains(code), line);
        assertEquals(line, place.source().get(place.line() - place.first()));
        try (var files = Files.walk(folder.resolve("report"))) {
            assertTrue(files.filter(each -> each.endsWith("README.md"))
                    .anyMatch(page -> text(page).contains(code)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (buffer NULL) | *buffer = view.buf;
            (length NULL) | *length = view.len;
            """)
    void aDeathNamesTheLineThatItDiedIn(String call, String code) throws Exception {
        Path port = ExamplePort.file("faulty/nulls_unchecked.c");
        Place place = found(port).findings().stream()
                .filter(found -> found.kind() == Finding.Kind.DEATH
                        && !found.known()
                        && found.symptom().endsWith(call))
                .map(Finding::place)
                .findFirst()
                .orElseThrow();
        assertTrue(Files.readAllLines(port).get(place.line() - 1).contains(code), place.toString());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Run found(Path port, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "port",
                port.toString(),
                "--tries",
                "20",
                "--seed",
                "1",
                "--out",
                folder.resolve("report").toString()));
        words.addAll(List.of(options));
        Ran ran = Ran.command(words.toArray(String[]::new));
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        return ResultsJson.read(Files.readString(folder.resolve("report/results.json")))
                .runs()
                .get(0);
    }
}
