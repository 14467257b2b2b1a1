package io.github.oldbuffer.suite.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiffResultTests {

    @Test
    void what_two_functions_show_in_the_same_words_is_counted_for_each() {
        Finding read = difference("PyObject_AsReadBuffer");
        Finding write = difference("PyObject_AsWriteBuffer");
        Run run = new Run(
                new Identity("one", "One", "1"), 10, 0, List.of(), List.of(read, write), List.of(), null, null, null);
        DiffResult result = new DiffResult(
                run,
                run,
                0,
                10,
                Map.of(read.key(), 2L, write.key(), 5L),
                findings -> 0,
                findings -> 0,
                Optional.empty());
        assertEquals(2, result.scenarios(read));
        assertEquals(5, result.scenarios(write));
        assertEquals(List.of(write, read), result.differences());
    }

    private static Finding difference(String function) {
        return new Finding(
                null,
                Kind.DIFFERENCE,
                function,
                null,
                "Resize: the exception: BufferError, the other: none",
                null,
                "bytearray",
                "",
                null,
                null,
                new Identity("other", "Other", "1"),
                null,
                null,
                null);
    }
}
