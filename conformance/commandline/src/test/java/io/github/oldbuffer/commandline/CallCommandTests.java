package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./conform call}, with the python3 of this machine. */
class CallCommandTests {

    @TempDir
    private Path folder;

    private Ran call(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "call";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--out";
        all[words.length + 2] = folder.resolve("report").toString();
        return Ran.command(all);
    }

    @Test
    void aRightFunctionHolds() throws Exception {
        Ran ran = call("zlib.crc32(_)", "--seed", "1");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        Run run = ResultsJson.read(Files.readString(folder.resolve("report/results.json")))
                .runs()
                .get(0);
        assertEquals("call:zlib.crc32(_)", run.implementation().id());
        assertEquals(
                Clauses.ofConsumers().stream().map(Clause::id).toList(),
                run.clauses().stream().map(ClauseResult::id).toList());
        assertEquals(
                11,
                run.clauses().stream()
                        .filter(clause -> clause.verdict() == Verdict.HOLDS)
                        .count());
    }

    @Test
    void thePythonThatComesWithTheKitIsOneToo() {
        Ran ran = call("zlib.crc32(_)", "--python", "cpython", "--seed", "1");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("(in cpython 3.1"), ran.out());
    }

    /** PyPy itself releases a view through the object that was asked, also where another owns it, and tobytes() overlooks strides. */
    @ParameterizedTest
    @ValueSource(strings = {"zlib.crc32(_)", "__pypy__.PickleBuffer(_)"})
    void whatTheInterpreterDoesNoFunctionIsBlamedFor(String expression) {
        Ran ran = call(expression, "--python", PyPyOnPath.find().toString(), "--seed", "1");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.out() + ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zlib.nothing(_)|2|has no attribute 'nothing'",
                "oldbuffer_no_module.f(_)|2|there is no module oldbuffer_no_module",
                "len(_)|2|never asks for the memory",
                "zlib.crc32(1)|64|no _ where the memory goes",
                "zlib.crc32(_|64|is no Python"
            })
    void whatCannotBeJudgedIsSaid(String expression, int status, String sentence) {
        Ran ran = call(expression, "--seed", "1");
        assertEquals(status, ran.status(), ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertEquals("", ran.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(lambda data: zlib.crc32(data))(_)",
                "[zlib.crc32(view) for view in [memoryview(_)] if view.release is None or view.nbytes > 2]",
                "(lambda view: view.release())(memoryview(_))"
            })
    void namesThatTheExpressionBindsAreNoModules(String expression) {
        Ran ran = call(expression, "--seed", "1");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.out() + ran.err());
    }

    @Test
    void aLengthThatIsCutToThirtyTwoBitsIsFoundWithLargeMemory() {
        String setup = "def f(o):\n v = memoryview(o)\n n = v.nbytes%s\n v.release()\n return n";
        Ran cut = call("f(_)", "--setup", setup.formatted(" & 0xffffffff"), "--large", "--seed", "1");
        assertEquals(ExitStatus.DEVIATES, cut.status(), cut.err());
        assertTrue(cut.out().contains("answered as if the memory were shorter"), cut.out());
        assertTrue(cut.out().contains("USE-11"), cut.out());
        Ran right = call("f(_)", "--setup", setup.formatted(""), "--large", "--seed", "1");
        assertEquals(ExitStatus.CONFORMS, right.status(), right.out());
        assertTrue(right.out().matches("(?s).*USE-11 +implied +HOLDS.*"), right.out());
        Ran blind = call("f(_)", "--setup", setup.formatted("") + " * 0", "--large", "--seed", "1");
        assertEquals(ExitStatus.CONFORMS, blind.status(), blind.out());
    }

    @Test
    void anInterpreterThatIsNotThereIsSaid() {
        Ran ran = call("zlib.crc32(_)", "--python", folder.resolve("python3").toString());
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.err().contains("There is no Python at"), ran.err());
    }

    @Test
    void whyGraalPyIsNoneIsSaid() {
        Ran ran = call("zlib.crc32(_)", "--python", "graalpy");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
        assertTrue(ran.sentence().contains("GraalPy"), ran.sentence());
    }

    @Test
    void aFolderThatIsNotThereIsWrongUsage() {
        Ran ran = call("zlib.crc32(_)", "--path", folder.resolve("nowhere").toString());
        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
    }

    @Test
    void clausesAboutConsumersAreNoneOfARun() {
        Ran ran = Ran.command("run", "-i", "model", "--clauses", "USE-*", "--out", folder.toString());
        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.err().contains("./conform call judges"), ran.err());
    }
}
