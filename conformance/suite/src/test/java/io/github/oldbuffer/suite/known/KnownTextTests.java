package io.github.oldbuffer.suite.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTextTests {

    /** Entries of version 1, of a violation and of a death, with a letter that is no ASCII. */
    private static final String FIRST_VERSION = """
            { "version": 1, "format": "oldbuffer-known",
              "deviations": [
                {
                    "implementation": "pypy", "clause" : "READ-3", "symptom":"it shouts",
                    "reason": "\u00fcber \\"1\\"",
                    "witness": {"format": "oldbuffer-scenario", "version": 1, "steps": [
                      {"do": "make", "object": 0, "exporter": {"kind": "bytes", "length": 3, "seed": 1}},
                      {"do": "call", "function": "READ", "object": 0}]}
                } ,

                {
                    "symptom": "CRASHED (SIGSEGV) in PyObject_CheckReadBuffer",
                    "clause": "CHECK-2",
                    "implementation": "pypy",
                    "reason": "it dies",
                    "witness": {"format": "oldbuffer-scenario", "version": 1, "steps": [
                      {"do": "make", "object": 0, "exporter": {"kind": "bytes", "length": 3, "seed": 1}},
                      {"do": "call", "function": "CHECK", "object": 0}]}
                }
              ]
            }
            """;

    @TempDir
    private Path folder;

    private static KnownDeviation violation(String symptom) {
        return entry(Optional.of("READ-3"), symptom);
    }

    private static KnownDeviation difference(String symptom) {
        return entry(Optional.empty(), symptom);
    }

    private static KnownDeviation entry(Optional<String> clause, String symptom) {
        return new KnownDeviation(
                "pypy",
                VersionRange.ALL,
                Optional.empty(),
                "PyObject_AsReadBuffer",
                clause,
                List.of(symptom),
                Set.of(),
                "",
                Scenario.of(new Step.Make(0, new Bytes(3, 1, false)), Step.Call.of(Function.READ, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whatTheFirstVersionCanSayIsAddedToIt() throws KnownDeviationsException {
        KnownDeviation added = violation("it whispers");
        String edited = new KnownText(FIRST_VERSION).edited(Set.of(), List.of(added));

        List<KnownDeviation> all =
                new ArrayList<>(KnownDeviationsJson.read(FIRST_VERSION).entries());
        all.add(added);
        assertEquals(all, KnownDeviationsJson.read(edited).entries());
        assertEquals(1, KnownDeviationsJson.version(edited));
        int end = FIRST_VERSION.lastIndexOf("]\n}") - 3;
        assertTrue(edited.startsWith(FIRST_VERSION.substring(0, end)), edited);
        assertTrue(edited.endsWith(FIRST_VERSION.substring(end)), edited);
    }

    @Test
    void whatTheFirstVersionCannotSayMakesItTheSecondAndNothingElseChanges() throws KnownDeviationsException {
        KnownDeviation added = difference("it differs");
        String edited = new KnownText(FIRST_VERSION).edited(Set.of(), List.of(added));

        List<KnownDeviation> all =
                new ArrayList<>(KnownDeviationsJson.read(FIRST_VERSION).entries());
        all.add(added);
        assertEquals(all, KnownDeviationsJson.read(edited).entries());
        assertEquals(2, KnownDeviationsJson.version(edited));
        String second = FIRST_VERSION
                .replaceFirst("\"version\": 1", "\"version\": 2")
                .replace(
                        "\"clause\" : \"READ-3\", \"symptom\":\"it shouts\"",
                        "\"function\" : \"PyObject_AsReadBuffer\", \"clause\" : \"READ-3\", \"symptoms\":[\"it shouts\"]")
                .replace(
                        "\"symptom\": \"CRASHED (SIGSEGV) in PyObject_CheckReadBuffer\"",
                        "\"symptoms\": [\"CRASHED (SIGSEGV) in PyObject_CheckReadBuffer\"]")
                .replace("\"clause\": \"CHECK-2\"", "\"function\": \"PyObject_CheckReadBuffer\"");
        int end = second.lastIndexOf("]\n}") - 3;
        assertTrue(edited.startsWith(second.substring(0, end)), edited);
        assertTrue(edited.endsWith(second.substring(end)), edited);
    }

    /** As {@code patch} applies it, with line ends, a last line and a name as people have them. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ""})
    void theDiffIsTheEdit(String newline) throws Exception {
        for (String name : List.of("known.json", "my known \"\u00fc\" files.json")) {
            String pretty = KnownDeviationsJson.write(
                    new KnownDeviations(List.of(violation("it shouts"), violation("it whispers"))));
            String before = newline.isEmpty()
                    ? pretty.replaceAll("\\s*\n\\s*", "")
                    : pretty.strip().replace("\n", newline);
            String after = new KnownText(before).edited(Set.of(0), List.of(difference("it differs")));
            assertEquals(2, KnownDeviationsJson.read(after).entries().size());
            assertEquals(newline.equals("\r\n"), after.contains("\r\n"));
            assertFalse(after.replace("\r\n", "").contains("\r"), after);
            assertEquals(newline.equals("\r\n"), !after.replace("\r\n", "").contains("\n") && !newline.isEmpty());
            assertEquals(newline.isEmpty(), !after.contains("\n"));

            assertEquals(after, patched(name, before, Proposal.diff(name, before, after)));
        }
    }

    private String patched(String name, String before, String diff) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(name), before);
        Path edit = Files.writeString(folder.resolve("edit"), diff);
        Process patch = new ProcessBuilder("patch", "-p0")
                .directory(folder.toFile())
                .redirectInput(edit.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(patch.getInputStream().readAllBytes());
        assertEquals(0, patch.waitFor(), said + diff);
        return Files.readString(file);
    }

    @Test
    void anEntryIsAsWideAsTheOthersOfItsFile() {
        String wide = KnownDeviationsJson.write(new KnownDeviations(List.of(violation("it shouts"))))
                .replaceAll("  ", "\t");
        String edited = new KnownText(wide).edited(Set.of(), List.of(violation("it whispers")));

        assertTrue(edited.contains("\n\t\t\"symptoms\" : [ \"it whispers\" ],\n"), edited);
    }
}
