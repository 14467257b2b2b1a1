package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A port that an assertion ends: the report has the assertion's own sentence. */
class AssertedDeathTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            assert(view.len > 0)                                  | my_read: Assertion `view.len > 0' failed
            if (view.len == 0) Py_FatalError("no bytes at 0x7f1") | Fatal Python error: my_read: no bytes at an address
            """)
    void theSentenceOfTheAssertionIsTold(String statement, String sentence, @TempDir Path folder) throws IOException {
        Path port = Files.writeString(folder.resolve("asserting.c"), """
                #undef NDEBUG
                #include <Python.h>
                #include <assert.h>
                int my_read(PyObject *object, const void **buffer, Py_ssize_t *length)
                {
                    Py_buffer view;
                    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
                        return -1;
                    }
                    %s;
                    *buffer = view.buf;
                    *length = view.len;
                    PyBuffer_Release(&view);
                    return 0;
                }
                """.formatted(statement));

        Ran ran = Ran.command(
                "port",
                port.toString(),
                "--names",
                "AsReadBuffer=my_read",
                "--contract-only",
                "--tries",
                "30",
                "--seed",
                "1",
                "--out",
                folder.resolve("out").toString());

        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        assertTrue(ran.out().contains("CRASHED (SIGABRT: " + sentence + ")"), ran.out());
    }
}
