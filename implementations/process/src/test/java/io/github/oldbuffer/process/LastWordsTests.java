package io.github.oldbuffer.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is taken from standard error of a process that aborted. */
class LastWordsTests {

    @Test
    void theCLibrarysAssertionIsToldWithItsFunction() {
        assertEquals(
                Optional.of("SIGABRT: unshare_buffer: Assertion `self->exports == 0' failed"),
                LastWords.aborted(
                        "python3-dbg: ../Modules/_io/bytesio.c:110: unshare_buffer: Assertion `self->exports == 0'"
                                + " failed.\n"));
    }

    @Test
    void aFunctionOfCxxIsToldWithItsParameters() {
        assertEquals(
                Optional.of("SIGABRT: int io::size(long): Assertion `a::b(n) != \"x: y\"' failed"),
                LastWords.aborted("p: io.cpp:7: int io::size(long): Assertion `a::b(n) != \"x: y\"' failed.\n"));
    }

    @Test
    void cpythonsAssertionCountsMoreThanTheFatalErrorBehindIt() {
        String text = """
                Objects/object.c:220: _Py_NegativeRefcount: Assertion failed: object has negative ref count
                <object at 0x7f30a2bc5940 is freed>
                Fatal Python error: _PyObject_AssertFailed: _PyObject_AssertFailed
                Python runtime state: initialized
                """;
        assertEquals(
                Optional.of("SIGABRT: _Py_NegativeRefcount: Assertion failed: object has negative ref count"),
                LastWords.aborted(text));
    }

    @Test
    void aFatalErrorOfTheInterpreterIsToldWithoutAddresses() {
        assertEquals(
                Optional.of("SIGABRT: Fatal Python error: f: the object at an address is gone"),
                LastWords.aborted("words\nFatal Python error: f: the object at 0x7f30a2bc5940 is gone\n"));
    }

    @Test
    void whatRepeatsTheSignalSaysNothing() {
        assertEquals(Optional.empty(), LastWords.aborted("Fatal Python error: Aborted\n\nThread 0x1f (most recent"));
        assertEquals(Optional.empty(), LastWords.aborted("an Assertion of the user's\n"));
    }

    @Test
    void theKitsOwnReasonStandsAlone() {
        assertEquals(Optional.of("no file left"), LastWords.aborted(LastWords.DEATH + "no file left\n"));
    }

    @Test
    void aLongAssertionIsCut() {
        String text = "p: f.c:1: f: Assertion `" + "x".repeat(400) + "' failed.";
        assertEquals(209, LastWords.aborted(text).orElseThrow().length());
    }
}
