package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage is told in one sentence, with status 64 and nothing on standard output. */
class UsageTests {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run --nosuch               | Unknown option: '--nosuch'
            run -i                     | parameter
            run -i nosuch              | no implementation nosuch; there are: absent, broken, fragile, idle, model,
            run -i model -i cpython:x  | no implementation cpython:x
            run --tries 0              | 1 to 1000000
            run --tries 1000001        | 1 to 1000000
            run --tries many           | 'many'
            run --seed 1.5             | '1.5'
            run --clauses RAED-*       | no clause matches 'RAED-*'
            run --clauses READ-1,      | no clause matches ''
            run --known /nonexistent   | no such file
            run --out=                 | it is empty
            run --write-known /nonexistent/k.json | is no folder
            run surplus                | surplus
            diff                       | needs -i twice, not 0 times
            diff -i model              | needs -i twice, not 1 time
            diff -i model -i model -i model | needs -i twice, not 3 times
            diff -i model -i nosuch    | no implementation nosuch
            diff -i model -i model --tries 0 | 1 to 1000000
            diff -i model -i model --out /proc/nothing | choose another --out
            run --resume               | parameter
            run --resume /nonexistent  | there is no interrupted run in /nonexistent
            sweep                      | needs -i once, not 0 times
            sweep -i nosuch            | no implementation nosuch
            sweep -i model --bound 0   | 1 to 3
            sweep -i model --bound 9   | 1 to 3
            sweep -i model --bound x   | 'x'
            sweep -i model --shard 5/4 | 1/N to N/N
            sweep -i mutant:nosuch     | no implementation mutant:nosuch
            sweep -i model --shard 3/2 | 1/N to N/N
            list clauses --results     | with mutants alone
            replay                     | FILE
            replay /nonexistent        | there is no file /nonexistent
            replay /                   | is a folder
            gate                       | RESULTS.json
            gate /nonexistent          | there is no file /nonexistent
            list                       | WHAT
            list nosuch                | nosuch
            explain                    | CLAUSE
            explain REED-6             | did you mean READ-6
            explain zzzzzzzzzz         | ./conform list clauses
            nosuch                     | nosuch
            explian READ-6             | explain
            """)
    void wrong_usage_is_told_in_one_sentence(String command, String part) {
        Ran ran = Ran.command(command.split(" +"));

        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
        assertEquals("", ran.out());
        assertTrue(ran.sentence().contains(part), ran.sentence());
    }

    @Test
    void no_command_at_all_is_wrong_usage() {
        Ran ran = Ran.command();
        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.sentence().contains("a command is missing"), ran.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replay | {                                                               | line 1
            replay | {"format": "oldbuffer-scenario", "version": 2, "steps": []}     | version
            replay | {"format": "oldbuffer-scenario", "version": 1, "steps": [{"do": "drop", "object": 0}]} | steps[0]
            gate   | {                                                               | too early
            gate   | {"schema": 1}                                                   | missing
            gate   | nonsense                                                        | not JSON
            """)
    void a_bad_file_is_told_in_one_sentence(String command, String text, String part) throws Exception {
        Path file = Files.writeString(temporary.resolve("bad.json"), text);

        Ran ran = Ran.command(command, file.toString());

        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
        assertTrue(ran.sentence().startsWith(file.toString()), ran.sentence());
        assertTrue(ran.sentence().contains(part), ran.sentence());
    }

    @Test
    void a_binary_file_is_told_in_one_sentence() throws Exception {
        Path file = Files.write(temporary.resolve("bad.json"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        Ran ran = Ran.command("replay", file.toString());
        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.sentence().contains("UTF-8"), ran.sentence());
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_before_anything_runs() throws Exception {
        Path file = Files.writeString(temporary.resolve("taken"), "");
        Ran ran = Ran.command("run", "-i", "model", "--out", file.toString());
        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.sentence().contains("choose another --out"), ran.sentence());
    }

    @ParameterizedTest
    @CsvSource({"--help", "run --help", "diff --help", "replay --help", "gate --help", "list --help", "explain -h"})
    void help_is_the_result(String command) {
        Ran ran = Ran.command(command.split(" "));
        assertEquals(ExitStatus.CONFORMS, ran.status());
        assertEquals("", ran.err());
        assertTrue(ran.out().contains("Usage: ./conform"), ran.out());
    }

    @Test
    void the_version_is_filled_in() {
        Ran ran = Ran.command("--version");
        assertEquals(ExitStatus.CONFORMS, ran.status());
        assertTrue(ran.out().matches("Old Buffer conformance kit \\d+\\.\\d+.*\\R"), ran.out());
    }
}
