package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.ScanLines;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanLinesTests {

    /** The exit status says so, too. */
    @Test
    void whatWasNotJudgedInFullDoesNotConform() {
        List<String> lines =
                lines(run("zlib.crc32(_)", Verdict.HOLDS), run("binascii.hexlify(_)", Verdict.NOT_EXERCISED));
        assertEquals(
                List.of(
                        "binascii                  1 call takes memory, 1 could not be judged in full",
                        "zlib                      1 call takes memory",
                        "",
                        "2 calls judged with 20 scenarios: 1 could not be judged in full"),
                lines.subList(lines.size() - 4, lines.size()));
    }

    @Test
    void whatWasJudgedInFullConforms() {
        assertEquals(
                "1 call judged with 10 scenarios: all conform",
                lines(run("zlib.crc32(_)", Verdict.HOLDS)).get(3));
    }

    private static List<String> lines(Run... runs) {
        Results results = new Results(new Results.Kit("1", 42, 1000), List.of(runs));
        return ScanLines.of(results, Path.of("report"), new Paint(false));
    }

    private static Run run(String call, Verdict verdict) {
        ClauseResult clause = new ClauseResult("USE-1", "protocol", verdict, null, 0);
        return new Run(
                new Identity("call:" + call, "in cpython", "3"),
                10,
                0,
                List.of(clause),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
