package io.github.oldbuffer.consumers.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.PythonChoice;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterJudgeTests {

    private static final Path SOURCE = Path.of("src/test/c/exporters.c");
    private static final Pattern EXPECTED = Pattern.compile("\"(\\w+)\", /\\* (\\S+) \\*/");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void everyFaultyExporterIsFoundByItsClauseAndNoRightOne() throws Exception {
        Interpreter python = PythonChoice.of(pythons().get(0), System.getenv());
        ProbeCompiler.ofUser()
                .extension(
                        SOURCE,
                        python.includes(),
                        List.of("-Wall", "-Wextra", "-Werror", "-Wno-missing-field-initializers"),
                        folder.resolve("exporters.so"));
        WorkerSetting setting = WorkerSetting.prepare(python, List.of(folder), PATIENCE);
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        Matcher names = EXPECTED.matcher(Files.readString(SOURCE));
        while (names.find()) {
            expected.put(names.group(1), names.group(2));
            Run run = new ExporterJudge(setting, KnownDeviations.NONE)
                    .judge("exporters.make('" + names.group(1) + "')", "import exporters");
            TreeSet<String> clauses =
                    new TreeSet<>(run.findings().stream().map(Finding::heading).toList());
            found.put(names.group(1), clauses.isEmpty() ? "-" : String.join(" ", clauses));
        }
        assertEquals(lines(expected), lines(found));
        for (Clause clause : Clauses.ofExporters()) {
            long faults = expected.values().stream().filter(clause.id()::equals).count();
            assertTrue(faults >= 2, clause.id() + " has " + faults + " faulty exporters");
        }
    }

    private static String lines(Map<String, String> map) {
        StringBuilder text = new StringBuilder();
        map.forEach(
                (name, clause) -> text.append(name).append(' ').append(clause).append('\n'));
        return text.toString();
    }

    /** What Python has, and numpy's memory as memoryviews have it too. */
    @Test
    void whatPythonOffersIsRight() throws Exception {
        assertAllRight(pythons().subList(0, 1));
    }

    @Test
    @Tag("proof")
    void whatEveryCPythonOffersIsRight() throws Exception {
        assertAllRight(pythons());
    }

    private static void assertAllRight(List<Path> executables) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path executable : executables) {
            WorkerSetting setting =
                    WorkerSetting.prepare(PythonChoice.of(executable, System.getenv()), List.of(), PATIENCE);
            int made = 0;
            for (String object : OBJECTS.strip().split("\n")) {
                String[] parts = object.split(" ## ");
                try {
                    Run run = new ExporterJudge(setting, KnownDeviations.NONE)
                            .judge(parts[0], parts.length > 1 ? parts[1].replace("; ", "\n") : "");
                    made++;
                    run.findings()
                            .forEach(finding -> wrong.add(
                                    executable + " " + parts[0] + ": " + finding.heading() + " " + finding.reason()));
                } catch (CallException unmade) {
                    // older interpreters do not have all of them
                    assertTrue(
                            unmade.getMessage().startsWith("the object cannot be made")
                                    || unmade.getMessage().startsWith("an object of type E offers no memory"),
                            unmade.getMessage());
                }
            }
            assertTrue(made > 50, executable + " has " + made);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatOffersNoMemoryIsNotJudged() throws Exception {
        WorkerSetting setting = WorkerSetting.prepare(PythonChoice.of(null, System.getenv()), List.of(), PATIENCE);
        ExporterJudge judge = new ExporterJudge(setting, KnownDeviations.NONE);
        for (String object : List.of("'text'", "7", "None", "range(3)", "bytes", "__import__('io').BytesIO(b'abc')")) {
            CallException unjudged = assertThrows(CallException.class, () -> judge.judge(object, ""), object);
            assertTrue(unjudged.getMessage().contains("offers no memory"), unjudged.getMessage());
        }
    }

    private static final String OBJECTS = """
            b''
            b'abc'
            bytearray()
            bytearray(b'abc')
            type('B', (bytes,), {})(b'abc')
            type('B', (bytearray,), {})(b'abc')
            held ## held = bytearray(b'abc'); view = memoryview(held)
            held ## import array; held = array.array('h', [1, 2]); view = memoryview(held)
            held ## import mmap; held = mmap.mmap(-1, 4); view = memoryview(held)
            type('OddClose', (bytearray,), {'close': property(lambda made: 1 / 0)})(b'abc')
            once.pop() ## import sys; once = sys.__dict__.setdefault('once', [bytearray(b'abc')])
            array.array('b', [1, 2]) ## import array
            array.array('B') ## import array
            array.array('h', [1, 2]) ## import array
            array.array('H', [1, 2]) ## import array
            array.array('i', [1, 2]) ## import array
            array.array('I', [1, 2]) ## import array
            array.array('l', [1, 2]) ## import array
            array.array('L', [1, 2]) ## import array
            array.array('q', [1, 2]) ## import array
            array.array('Q', [1, 2]) ## import array
            array.array('f', [1, 2]) ## import array
            array.array('d', [1, 2]) ## import array
            array.array('u', 'ab') ## import array
            type('A', (array.array,), {})('h', [1, 2]) ## import array
            memoryview(b'abcdef')
            memoryview(bytearray(6))
            memoryview(b'abcdef')[1:4]
            memoryview(bytearray(6))[::2]
            memoryview(b'abcdef')[::-1]
            memoryview(b'abcdef')[6:]
            memoryview(bytearray(12)).cast('B', [3, 4])
            memoryview(bytearray(12)).cast('B', [3, 4])[::2]
            memoryview(bytearray(12)).cast('B', [3, 4])[::-1]
            memoryview(bytearray(12)).cast('h')
            memoryview(bytearray(12)).cast('h')[::2]
            memoryview(bytearray(8)).cast('d', [])
            memoryview(bytearray(8)).toreadonly()
            m ## m = memoryview(b'abc'); m.release()
            io.BytesIO(b'abc').getbuffer() ## import io
            mmap.mmap(-1, 4) ## import mmap
            mmap.mmap(-1, 4, access=mmap.ACCESS_READ) ## import mmap
            mmap.mmap(-1, 4, access=mmap.ACCESS_COPY) ## import mmap
            type('M', (mmap.mmap,), {})(-1, 4) ## import mmap
            m ## import mmap; m = mmap.mmap(-1, 4); m.close()
            mmap.mmap(f.fileno(), 9) ## import mmap, tempfile; f = tempfile.TemporaryFile(); f.write(bytes(9)); f.flush()
            ctypes.c_int(5) ## import ctypes
            ctypes.c_longdouble(0) ## import ctypes
            (ctypes.c_ubyte * 4)() ## import ctypes
            (ctypes.c_int * 0)() ## import ctypes
            ((ctypes.c_short * 3) * 2)((1, 2, 3), (4, 5, 6)) ## import ctypes
            ctypes.create_string_buffer(b'abc') ## import ctypes
            ctypes.create_unicode_buffer('ab') ## import ctypes
            ctypes.POINTER(ctypes.c_int)() ## import ctypes
            ctypes.c_char_p() ## import ctypes
            (ctypes.py_object * 1)() ## import ctypes
            (ctypes.c_bool * 2)(True, False) ## import ctypes
            ctypes.CFUNCTYPE(None)() ## import ctypes
            (ctypes.c_ubyte * 4).from_buffer(bytearray(9), 2) ## import ctypes
            (ctypes.c_ubyte * 4).from_buffer_copy(b'abcdef', 1) ## import ctypes
            type('P', (ctypes.Structure,), {'_fields_': [('x', ctypes.c_int), ('y', ctypes.c_double)]})(1, 2) ## import ctypes
            type('P', (ctypes.BigEndianStructure,), {'_fields_': [('x', ctypes.c_int)]})(1) ## import ctypes
            type('P', (ctypes.Union,), {'_fields_': [('x', ctypes.c_int), ('b', ctypes.c_ubyte * 8)]})(7) ## import ctypes
            type('P', (ctypes.Structure,), {'_fields_': [('x', ctypes.c_int, 3), ('y', ctypes.c_int, 5)]})(1, 2) ## import ctypes
            type('P', (ctypes.Structure,), {'_fields_': []})() ## import ctypes
            (type('P', (ctypes.Structure,), {'_fields_': [('x', ctypes.c_int)]}) * 2)() ## import ctypes
            pickle.PickleBuffer(b'abc') ## import pickle
            pickle.PickleBuffer(bytearray(b'abc')) ## import pickle
            pickle.PickleBuffer(memoryview(b'abcdef')[::2]) ## import pickle
            p ## import pickle; p = pickle.PickleBuffer(b'abc'); p.release()
            type('E', (), {'__buffer__': lambda s, flags: memoryview(bytearray(4))})()
            """;

    private static List<Path> pythons() {
        List<Path> named = Stream.of(
                        System.getenv().getOrDefault("OLDBUFFER_PYTHONS", "").split(File.pathSeparator))
                .filter(path -> !path.isEmpty() && !path.contains("pypy"))
                .map(Path::of)
                .toList();
        List<Path> all = new ArrayList<>(named);
        if (all.isEmpty()) {
            all.add(null);
        }
        return all;
    }
}
