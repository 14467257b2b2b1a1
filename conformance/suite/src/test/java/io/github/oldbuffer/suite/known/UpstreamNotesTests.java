package io.github.oldbuffer.suite.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.implementation.Identity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamNotesTests {

    @ParameterizedTest
    @ValueSource(strings = {"cpython", "pypy", "graalpy"})
    void everyReasonOnFileHasExactlyOneNote(String family) {
        Identity identity = new Identity(family, family, "1");
        Stream.concat(
                        KnownDeviations.builtIn(identity).entries().stream(),
                        KnownDeviations.beyondTheContract(identity).entries().stream())
                .map(KnownDeviation::reason)
                .distinct()
                .forEach(reason -> assertEquals(1, notes(family, reason).size(), reason));
    }

    @Test
    void everyNoteIsAboutAReasonOnFile() {
        for (UpstreamNote note : UpstreamNotes.all()) {
            Identity identity = new Identity(note.implementation(), note.implementation(), "1");
            assertTrue(
                    Stream.concat(
                                    KnownDeviations.builtIn(identity).entries().stream(),
                                    KnownDeviations.beyondTheContract(identity).entries().stream())
                            .anyMatch(entry -> entry.reason().startsWith(note.reason())),
                    note.reason());
        }
    }

    @Test
    void everyNoteSaysWhatWasSeenAndWhen() {
        for (UpstreamNote note : UpstreamNotes.all()) {
            assertTrue(note.says().endsWith("."), note.says());
            assertFalse(LocalDate.parse(note.looked()).isBefore(LocalDate.of(2026, 11, 28)), note.looked());
            assertEquals(note.state() == UpstreamNote.State.AS_CPYTHON, note.address() == null, note.reason());
        }
    }

    @Test
    void whatAnEntryOnFileNamesIsWhatTheTableNames() {
        for (String family : List.of("cpython", "pypy", "graalpy")) {
            KnownDeviations.builtIn(new Identity(family, family, "1"))
                    .entries()
                    .forEach(entry -> entry.upstream()
                            .ifPresent(address -> assertEquals(
                                    address,
                                    notes(family, entry.reason()).get(0).address())));
        }
    }

    private static List<UpstreamNote> notes(String family, String reason) {
        return UpstreamNotes.all().stream()
                .filter(note -> note.implementation().equals(family) && reason.startsWith(note.reason()))
                .toList();
    }
}
