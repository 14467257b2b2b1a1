package io.github.oldbuffer.ports.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.oldbuffer.probe.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/b.c",
                "my port.c",
                "it's",
                "$HOME",
                "a*/b",
                "/*/",
                "\"quoted\"",
                "back\\slash",
                "a;b&c|d",
                "~"
            })
    void isTheTextForAShellAndEndsNoComment(String text) throws Exception {
        String word = ShellWords.quoted(text);
        assertFalse(word.contains("*/"), word);
        assertEquals(
                text,
                Command.run(List.of("/bin/sh", "-c", "printf %s " + word), Duration.ofSeconds(30))
                        .output()
                        .strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/b.c", "my port.c", "it's \"this\\that\""})
    void aMacroIsAStringOfC(String text) throws Exception {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        assertEquals(
                "-DPORT=\"" + escaped + "\"",
                Command.run(
                                List.of("/bin/sh", "-c", "printf %s " + ShellWords.macro("PORT", text)),
                                Duration.ofSeconds(30))
                        .output()
                        .strip());
    }
}
