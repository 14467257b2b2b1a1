package io.github.oldbuffer.process.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands fall into words as in a shell. */
class CommandWordsTests {

    @Test
    void spacesPart() throws UnavailableException {
        splits(" python3  harness.py\t--fast ", "python3", "harness.py", "--fast");
    }

    @Test
    void quotesKeepTogetherAndVanish() throws UnavailableException {
        splits("sh -c 'echo \"a  b\"' \"it's\" ''", "sh", "-c", "echo \"a  b\"", "it's", "");
    }

    @Test
    void quotesInTheMiddleOfAWordPartNothing() throws UnavailableException {
        splits("a'b c'\"d e\"f", "ab cd ef");
    }

    @Test
    void backslashesEscapeAsWhereTheyStand() throws UnavailableException {
        splits("a\\ b \"\\\"\\n\\\\\" '\\'", "a b", "\"\\n\\", "\\");
    }

    @Test
    void nothingIsExpanded() throws UnavailableException {
        splits("echo $HOME *.py | wc > out; ls", "echo", "$HOME", "*.py", "|", "wc", ">", "out;", "ls");
    }

    private static void splits(String command, String... words) throws UnavailableException {
        assertEquals(List.of(words), CommandWords.split(command));
    }
}
