package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzCommandTests {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -i model --target nothing       | there is no target nothing; there are: contract, differential, probe, protocol, roundtrip, empty
            -i model --duration 0s          | --duration has to be a time such as 90s, 10m or 2h, not 0s
            -i model --duration soon        | --duration has to be a time such as 90s, 10m or 2h, not soon
            -i model --jobs 0               | --jobs has to be 1 to 256, not 0
            --target contract               | the target contract needs -i 1 time, and it was given 0 times
            -i model --target differential  | the target differential needs -i 2 times, and it was given 1 time
            -i model --target probe         | the target probe needs -i not at all, and it was given 1 time
            --target probe --merge          | --merge goes by what implementations do; the target probe has none
            """)
    void wrongUsageIsOneSentence(String options, String sentence) {
        Ran ran = fuzz(options);
        assertEquals(ExitStatus.USAGE, ran.status());
        assertEquals(sentence, ran.sentence());
    }

    @Test
    void anUnknownImplementationIsOneSentence() {
        Ran ran = fuzz("-i nobody");
        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.sentence().startsWith("there is no implementation nobody"), ran.err());
    }

    @Test
    void aCorpusThatIsAFileIsOneSentence() throws Exception {
        Files.writeString(temporary.resolve("corpus"), "no folder");
        Ran ran = fuzz("-i model --duration 1s");
        assertEquals(ExitStatus.USAGE, ran.status());
        assertTrue(ran.sentence().endsWith("is no folder"), ran.err());
        assertEquals("no folder", Files.readString(temporary.resolve("corpus")));
    }

    @Test
    @Timeout(180)
    void aCampaignTooShortToRunAnythingJudgesNothing() throws Exception {
        Ran ran = fuzz("-i model --duration 1s --jobs 1");
        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
        assertTrue(ran.sentence().startsWith("the campaign ended after "), ran.err());
        assertTrue(ran.sentence().endsWith("before anything ran: starting takes some seconds"), ran.err());
    }

    @Test
    @Timeout(180)
    void aCorpusIsMergedByWhatTheModelDoes() throws Exception {
        Ran first = fuzz("-i model --merge");
        assertEquals(ExitStatus.CONFORMS, first.status(), first.err());
        Ran again = fuzz("-i model --merge");
        String kept = first.lastLine().split(" ")[1];
        assertTrue(again.lastLine().startsWith("kept " + kept + " of " + kept), again.out());
    }

    private Ran fuzz(String options) {
        String all =
                "fuzz " + options + " --corpus " + temporary.resolve("corpus") + " --out " + temporary.resolve("out");
        return Ran.command(all.split(" +"));
    }
}
