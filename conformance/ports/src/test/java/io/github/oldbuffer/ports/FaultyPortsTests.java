package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.reproduce.ProgramRun;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every faulty port is caught by what its fault breaks, with a small witness and a program that tells it from a right one. */
class FaultyPortsTests {

    private static final int TRIES = 200;
    private static final int MOST_STEPS = 5;
    private static final int TIMES = 2;
    /** Of the sample. */
    private static final long SEED = 1;
    /** Ports of which another finding's programs are run as well. */
    private static final int ONE_IN = 3;

    private static Implementation reference;

    @BeforeAll
    static void startCPython() throws Exception {
        reference = new AskedOnce(CPythonProvider.open(CPythonProvider.BUNDLED, ExamplePort.LIMITS));
    }

    @AfterAll
    static void stopCPython() {
        reference.close();
    }

    /** A clause, a pattern for the symptom of a difference, or one for that of a death. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            bytes_only                | READ-1
            check_error_left          | CHECK-3
            check_minus_one           | CHECK-2
            check_null_memory_kept    | CHECK-5
            check_never_released      | CHECK-5
            check_slot_only           | CHECK-2
            check_strided             | CHECK-2
            code_minus_one_only       | PyObject_AsReadBuffer: the result: 0, the other: -1
            copied                    | READ-7
            empty_refused             | READ-1
            empty_strides_compared    | ALL-1
            empty_strides_compared    | NEW-3
            error_always_type_error   | PyObject_AsReadBuffer: sets another exception than CPython does
            error_left_behind         | READ-9
            error_lost                | READ-3
            error_value_error         | READ-3
            closes_descriptors        | CRASHED \\(closed the process's file descriptors\\) in PyObject_AsReadBuffer
            exits                     | CRASHED \\(exit status 3\\) in PyObject_AsReadBuffer
            flags_any_contiguous      | READ-6
            flags_contiguous          | PyObject_AsReadBuffer: asks the exporter with other flags
            flags_full                | READ-6
            flags_strided             | READ-6
            flags_writable            | READ-1
            latest_kept               | READ-10
            length_as_int             | READ-5
            length_in_items           | READ-5
            length_truncated          | READ-5
            length_without_terminator | CHAR-5
            loops                     | TIMED_OUT .* in PyObject_AsReadBuffer
            never_released            | READ-11
            none_accepted             | READ-2
            null_memory_kept          | READ-11
            null_pointer_refused      | READ-1
            nulls_unchecked           | CRASHED \\(SIGSEGV\\) in PyObject_AsReadBuffer.*
            outputs_cleared           | READ-8
            outputs_from_view         | READ-8
            owner_compared            | READ-11
            owner_required            | READ-1
            pending_cleared           | PyObject_AsReadBuffer \\(an exception pending\\): sets no exception where CPython does
            pending_replaced          | PyObject_AsReadBuffer \\(NULL .*, an exception pending\\): sets another exception than CPython does
            pending_taken_for_own     | PyObject_AsReadBuffer: the result: -1, the other: 0
            reference_leaked          | READ-10
            released_by_hand          | READ-11
            released_through_object   | READ-11
            released_twice            | READ-11
            released_unacquired       | READ-11
            returns_minus_two         | READ-2
            returns_one               | READ-1
            stack_overrun             | CRASHED .* in PyObject_AsCharBuffer
            str_accepted              | CHAR-2
            terminated                | CHAR-12
            through_memoryview        | READ-6
            view_kept                 | READ-11
            view_read_after_release   | READ-5
            write_copied              | WRITE-14
            write_error_passed_on     | WRITE-3
            write_flag_unchecked      | PyObject_AsWriteBuffer: asks the exporter with other flags
            write_message             | PyObject_AsWriteBuffer: the text of the TypeError differs
            write_read_only           | WRITE-13
            """)
    void isCaught(String name, String expected) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path source = ExamplePort.file("faulty/" + name + ".c");
            Port port = ExamplePort.build(source, CPythonProvider.BUNDLED, List.of(), folder);
            // what a clause catches needs no comparison, which takes most of the time; EveryReproducerTests has it all
            boolean byClause = Clauses.find(expected).isPresent();
            PortResult result = ExamplePort.verify(port, reference, TRIES, !byClause);
            List<FoundProgram> findings = FoundProgram.all(result, new ProgramRun(port, folder.path()));
            FoundProgram found = findings.stream()
                    .filter(each -> each.name().matches(expected))
                    .findFirst()
                    .orElseGet(() -> fail("found only: " + findings));
            assertTrue(
                    found.steps() <= MOST_STEPS, () -> found.name() + " has a witness of " + found.steps() + " steps");
            assertTrue(run(found).containsKey("repro.c"), () -> found + " has no program");
            Random random = new Random(SEED + name.hashCode());
            if (random.nextInt(ONE_IN) == 0) {
                run(findings.get(random.nextInt(findings.size())));
            }
        }
    }

    /** {@link EveryReproducerTests} runs all programs, and more often. */
    private static Map<String, ProgramRun.Statuses> run(FoundProgram found) throws Exception {
        Map<String, ProgramRun.Statuses> programs = found.run().times(TIMES);
        programs.forEach((file, statuses) ->
                assertEquals(ProgramRun.Statuses.always(TIMES), statuses, () -> file + " for " + found));
        return programs;
    }

    @Test
    void noExampleIsLeftOut() throws Exception {
        Set<String> tested = Stream.of(getClass()
                        .getDeclaredMethod("isCaught", String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .textBlock()
                        .split("\\R"))
                .map(line -> line.split("\\|")[0].strip() + ".c")
                .collect(Collectors.toSet());
        assertEquals(files(), tested);
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(ExamplePort.file("faulty"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
