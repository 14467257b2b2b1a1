package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.reproduce.ProgramRun;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a port does is told of the object that it does it to, and of the byte. */
class ObjectConcernedTests {

    private static final String WRITING = """
            #include <Python.h>
            int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);
            int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
            {
                Py_buffer view;
                if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
                    return -1;
                }
                *buffer = view.buf;
                *length = view.len;
                ((char *)view.buf)[%d] ^= 1;
                PyBuffer_Release(&view);
                return 0;
            }
            """;

    /** Every object's count is its own: what one loses is no release of another one's view. */
    @Test
    void whoKeepsTheLatestObjectIsBlamedForThatAlone() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create();
                Implementation reference = CPythonProvider.open(CPythonProvider.BUNDLED, ExamplePort.LIMITS)) {
            Port port = ExamplePort.build(
                    ExamplePort.file("faulty/latest_kept.c"), CPythonProvider.BUNDLED, List.of(), folder);
            List<Finding> found = ExamplePort.verify(port, reference, 200).explored().run().findings().stream()
                    .filter(each -> each.kind() == Finding.Kind.VIOLATION && !each.known())
                    .toList();
            assertEquals(
                    List.of(
                            "READ-10: a reference is kept after success",
                            "READ-10: a reference to another object is lost after success"),
                    found.stream()
                            .map(deviation -> deviation.clause() + ": " + deviation.symptom())
                            .sorted()
                            .toList());
            Finding other = found.stream()
                    .filter(deviation -> deviation.symptom().contains("another"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    other.reason().matches(".*: the reference count of o(\\d) went down by 1 in a call on o(?!\\1)\\d"),
                    other.reason());
            new ProgramRun(port, folder.path())
                    .of(other, 1)
                    .forEach((file, statuses) -> assertEquals(ProgramRun.Statuses.always(1), statuses, file));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -3 | 2  | the call wrote in front of the object's memory
            2  | 7  | the call changed the object's memory
            4  | 9  | the call wrote behind the object's memory
            6  | 11 | the call wrote behind the object's memory
            """)
    void aByteIsTheSameWhateverTheObjectOffersOfIt(int at, long offset, String symptom) throws Exception {
        Exporter slice = new MemoryView(new ByteArray(12, 1, false), List.of(new Slice(5L, 9L, 1)));
        List<Exporter> exporters = List.of(
                slice,
                new MemoryView(slice, List.of()),
                new MemoryView(
                        new MemoryView(new ByteArray(12, 1, false), List.of(new Slice(2L, null, 1))),
                        List.of(new Slice(3L, 7L, 1))),
                redirecting(slice),
                scripted());
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path source = Files.writeString(folder.path().resolve("writing.c"), WRITING.formatted(at));
            Port port = ExamplePort.build(source, CPythonProvider.BUNDLED, List.of(), folder);
            try (Implementation loaded = PortLoader.open(port, new Sanitizers(""), ExamplePort.LIMITS)) {
                for (Exporter exporter : exporters) {
                    Scenario scenario = Scenario.of(new Step.Make(0, exporter), Step.Call.of(Function.READ, 0));
                    Transcript transcript = loaded.run(List.of(scenario)).get(0);
                    Event.Called called = (Event.Called) transcript.events().get(1);
                    assertEquals(new Damage(offset, at), called.damage(), exporter::toString);
                    Verdict.Violation violation = Judge.judge("READ-12", scenario, transcript)
                            .violations()
                            .get(0);
                    assertEquals(symptom, violation.symptom());
                    assertTrue(
                            violation.reason().contains("byte " + offset + " of the 12 bytes that it stands on"),
                            violation.reason());
                }
            }
        }
    }

    private static Scripted redirecting(Exporter target) {
        return new Scripted(0, 0, Geometry.flat(0), false, null, Scripted.Owner.OTHER, target, false, true, Set.of());
    }

    private static Scripted scripted() {
        Geometry part = new Geometry(5, 1, null, List.of(4L), null, false);
        return new Scripted(12, 1, part, false, null, Scripted.Owner.SELF, null, false, true, Set.of());
    }
}
