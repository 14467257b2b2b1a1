package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssueCommandTests {

    @TempDir
    Path folder;

    @Test
    void aFindingBecomesATextForItsMaintainers() throws IOException {
        Path finding = inside(cause("wrong", "READ-1"));
        Ran ran = Ran.command("issue", finding.toString(), "-i", "right");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals(finding.resolve("ISSUE.md").toString(), ran.lastLine());
        String text = Files.readString(finding.resolve("ISSUE.md"));
        assertTrue(text.startsWith("# PyObject_AsReadBuffer on "), text);
        assertTrue(text.contains("\"On success, returns 0\" (https://docs.python.org/3/c-api/objbuffer.html)"), text);
        // what each implementation does today
        assertTrue(text.contains("PyObject_AsReadBuffer(o0)  ->  1"), text);
        assertTrue(text.contains("PyObject_AsReadBuffer(o0)  ->  0"), text);
        assertFalse(text.contains("conform replay"), text);
    }

    @Test
    void aCauseBecomesOneTextThatNamesAllItsFindings() throws IOException {
        Path cause = cause("mortal", "*");
        Ran ran = Ran.command("issue", cause.toString());
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        String text = Files.readString(cause.resolve("ISSUE.md"));
        assertTrue(
                text.contains("No call of a function of the C API with these arguments should end the process"), text);
    }

    @Test
    void whatIsNoFolderOfAFindingIsSaid() {
        Ran nothing = Ran.command("issue", folder.toString());
        assertEquals(ExitStatus.USAGE, nothing.status());
        assertEquals(folder + " is no folder of a finding or a cause: it holds no finding.json", nothing.sentence());
        Ran absent = Ran.command("issue", folder.resolve("absent").toString());
        assertEquals(ExitStatus.USAGE, absent.status());
        assertTrue(absent.sentence().endsWith("absent is no folder"), absent.err());
    }

    private Path cause(String id, String clauses) throws IOException {
        Path out = folder.resolve("report");
        Ran ran = Ran.command(
                "run", "-i", id, "--clauses", clauses, "--seed", "1", "--tries", "40", "--out", out.toString());
        assertEquals(ExitStatus.DEVIATES, ran.status(), ran.err());
        return inside(out.resolve("deviations"));
    }

    private static Path inside(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> folders = list.filter(Files::isDirectory).sorted().toList();
            return folders.get(0);
        }
    }
}
