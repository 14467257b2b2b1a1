package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./conform fuzz} of a function that takes memory, with the python3 of this machine. */
class CallFuzzTests {

    /** It keeps memory of a length that none of the scenarios of {@code call} has. */
    private static final String SELDOM =
            "(lambda view: sys.modules.setdefault('kept', []).append(view) if view.nbytes %s else view.release())"
                    + "(memoryview(_))";

    @TempDir
    private Path folder;

    private Ran fuzz(String expression, String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"fuzz", "-i", "call:" + expression, "--out", folder.toString()}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return Ran.command(all);
    }

    @Test
    void whatNoScenarioOfACallShowsIsFoundAndReplayed() throws Exception {
        String expression = SELDOM.formatted("in (255, 256, 257, 511, 512, 513, 1023, 1024, 1025)");
        Ran call = Ran.command("call", expression, "--seed", "1", "--out", folder.toString());
        assertEquals(ExitStatus.CONFORMS, call.status(), call.out() + call.err());

        Ran fuzz = fuzz(expression, "--duration", "60s", "--stop-on-new");
        assertEquals(ExitStatus.DEVIATES, fuzz.status(), fuzz.out() + fuzz.err());
        assertTrue(fuzz.out().contains("never released"), fuzz.out());
        assertTrue(fuzz.err().contains(" a second"), fuzz.err());

        Results results = ResultsJson.read(Files.readString(folder.resolve("results.json")));
        assertTrue(fuzz.err().contains("seed " + results.kit().seed() + "\n"), fuzz.err());
        Run run = results.runs().get(0);
        Path witness = folder.resolve(run.findings().get(0).witness());
        Ran replay = Ran.command("replay", witness.getParent().toString());
        assertEquals(ExitStatus.DEVIATES, replay.status(), replay.out() + replay.err());
        assertTrue(replay.out().contains("Still there: USE-6"), replay.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zlib.crc32(_)|--corpus x|--corpus is not about functions that take memory",
                "zlib.crc32(_)|-i model|is searched alone",
                "zlib.crc32(_)|--duration soon|--duration has to be a time",
                "zlib.crc32(1)|--duration 1s|no _ where the memory goes",
                "zlib.crc32(_|--duration 1s|is no Python"
            })
    void whatCannotBeSearchedIsWrongUsage(String expression, String options, String sentence) {
        Ran ran = fuzz(expression, options.split(" "));
        assertEquals(ExitStatus.USAGE, ran.status(), ran.err());
        assertTrue(ran.err().contains(sentence), ran.err());
    }
}
