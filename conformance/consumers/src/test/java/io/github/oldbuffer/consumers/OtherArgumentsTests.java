package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that die of an argument that is guessed, and would do so whatever stood in the place of the memory. */
class OtherArgumentsTests {

    @TempDir
    private Path folder;

    private WorkerSetting setting;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("guessed.py"), """
                import os
                def doubles(data):
                    if memoryview(data).format != "d":
                        raise ValueError("Buffer dtype mismatch")
                    return data
                def numbers(data):
                    if isinstance(data, (bytes, str)):
                        raise ValueError("could not convert string to float")
                    return data if isinstance(data, list) else memoryview(data)
                def handle_and_numbers(handle, data):
                    if handle is not None:
                        raise TypeError("a handle is needed")
                    numbers(data)
                    os.abort()
                def two_of_doubles(first, data):
                    doubles(data)
                    if first is None:
                        os.abort()
                    doubles(first)
                    return sum(memoryview(data))
                class Empty:
                    def add(self, data):
                        numbers(data)
                        os.abort()
                def of_a_number(unit, data):
                    if isinstance(data, (bytes, str)):
                        raise ValueError("could not convert string to float")
                    numbers = memoryview(data) if not isinstance(data, list) else data
                    if len(numbers) > 2 or not len(numbers):
                        raise ValueError("cannot reshape array")
                    if numbers[0] > 127 or isinstance(numbers[0], float):
                        os.abort()
                    return numbers[0]
                def doubles_or_none(number, data):
                    if data is None:
                        os.abort()
                    return sum(memoryview(doubles(data))) + number
                def in_dimensions(data):
                    if isinstance(data, (bytes, str)):
                        raise TypeError("must be real number, not numpy.bytes_")
                    numbers = data if isinstance(data, (int, list)) else memoryview(data)
                    if isinstance(numbers, int) or not isinstance(numbers, list) and not numbers.ndim:
                        os.abort()
                    return numbers if isinstance(numbers, list) else numbers.tolist()
                def numbers_alone(data):
                    if isinstance(data, int):
                        os.abort()
                    return memoryview(data).tolist()
                def without_a_window(data):
                    if memoryview(data).readonly:
                        raise BufferError("Object is not writable.")
                    os.abort()
                def of_two_bytes(data):
                    if memoryview(data).format == "H":
                        os.abort()
                    raise ValueError("a name is needed")
                """);
        setting = WorkerSetting.prepare(TestModule.python(), List.of(folder), Duration.ofSeconds(20));
    }

    private Judgement judged(String expression) throws Exception {
        try (Caller caller = Caller.start(setting)) {
            return new CallJudge(caller, 1, false, KnownDeviations.NONE).judge(new Call("guessed." + expression, ""));
        }
    }

    /** nlopt's opt_get_initial_step, mlpy's cut, freesas' smooth_density, methods of objects that hold nothing yet. */
    @ParameterizedTest
    @ValueSource(strings = {"handle_and_numbers(None, _)", "two_of_doubles(None, _)", "Empty().add(_)"})
    void whatDiesWhateverItGetsIsNoFindingAboutMemory(String expression) {
        CallException told = assertThrows(CallException.class, () -> judged(expression));
        assertTrue(
                told.getMessage().startsWith("guessed." + expression + " ends the process whatever it gets, with "),
                told.getMessage());
    }

    /** nipy's cspline_sample1d, which gives a result of some numbers, and dies of others, since None is no array. */
    @Test
    void whatDiesOfAListOfTheSameNumbersIsNoFindingAboutMemory() throws Exception {
        CallException told = assertThrows(CallException.class, () -> judged("of_a_number(None, _)"));
        assertTrue(told.getMessage().contains(" a list of the same items too: CRASHED"), told.getMessage());
    }

    /** Ogre's GetID, which dies of all memory that it may write to as long as there is no window, and refuses bytes. */
    @Test
    void whatDiesOfAnyMemoryToWriteIsNoFindingAboutMemory() throws Exception {
        CallException told = assertThrows(CallException.class, () -> judged("without_a_window(_)"));
        assertTrue(told.getMessage().contains(" a bytearray of the same content too: CRASHED"), told.getMessage());
    }

    /** gudhi's CubicalComplex, which dies of arrays without dimensions: so it does of a number, which is one to numpy. */
    @Test
    void whatDiesOfMemoryOfTheNumberAloneIsNoFindingAboutWhatOffersNone() throws Exception {
        Judgement judgement = judged("in_dimensions(_)");
        assertEquals(List.of(), judgement.run().findings());
        assertTrue(
                judgement.notes().stream()
                        .anyMatch(note ->
                                note.startsWith("guessed.in_dimensions(_) ends the process with a number, and with"
                                        + " memory of the number alone too: CRASHED")),
                judgement.notes().toString());
    }

    @Test
    void whatDiesOfANumberAloneIsAFinding() throws Exception {
        assertEquals(
                List.of("USE-2"),
                judged("numbers_alone(_)").run().findings().stream()
                        .map(Finding::clause)
                        .toList());
    }

    @Test
    void whatTakesOrdinaryObjectsDiesOfTheOthers() throws Exception {
        assertEquals(
                List.of("USE-2"),
                judged("doubles_or_none(0, _)").run().findings().stream()
                        .map(Finding::clause)
                        .toList());
    }

    @Test
    void whatHasNoOtherArgumentsDiesOfItsMemory() throws Exception {
        assertEquals(
                List.of("USE-4"),
                judged("of_two_bytes(_)").run().findings().stream()
                        .map(Finding::clause)
                        .toList());
    }
}
