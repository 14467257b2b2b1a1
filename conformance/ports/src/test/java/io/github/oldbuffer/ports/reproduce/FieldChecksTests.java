package io.github.oldbuffer.ports.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.model.ModelProvider;
import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.CtypesMatrix;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which fields of views a program looks at, and what it makes of a runtime that is right. */
class FieldChecksTests {

    private static final ModelProvider MODEL = new ModelProvider();

    /** Two rows of one item each, with a gap in between. */
    private static final Exporter ROWS = new Scripted(
            9,
            1,
            new Geometry(0, 2, "h", List.of(2L, 1L), List.of(4L, 2L), false),
            true,
            null,
            Scripted.Owner.SELF,
            null,
            false,
            true,
            Set.of());

    private static final Exporter SHORTS = new Array('h', 3, 1);

    private static final ViewFields NOTHING = new ViewFields(true, 7, null, 5, null, null, List.of(0L));

    @TempDir
    private Path folder;

    @Test
    void eachFieldThatItsClauseSpeaksOfIsLookedAt() throws Exception {
        assertEquals(
                List.of(new Check(1, Aspect.READONLY, "0", "1"), new Check(1, Aspect.FORMAT, "given", "NULL")),
                checks("NEW-7", asked(SHORTS, Request.RECORDS), 6, NOTHING));
        assertEquals(
                List.of(new Check(1, Aspect.READONLY, "0", "1"), new Check(1, Aspect.FORMAT, "NULL", "h")),
                checks("NEW-7", asked(SHORTS, Request.WRITABLE), 6, shaped("h", List.of(3L), List.of(2L))));
        assertEquals(
                List.of(
                        new Check(1, Aspect.LENGTH, "4", "3"),
                        new Check(1, Aspect.ITEMSIZE, "2", "7"),
                        new Check(1, Aspect.NDIM, "2", "5"),
                        new Check(1, Aspect.SHAPE, "given", "NULL"),
                        new Check(1, Aspect.STRIDES, "given", "NULL"),
                        new Check(1, Aspect.SUBOFFSETS, "NULL", "given")),
                checks("NEW-8", asked(ROWS, Request.RECORDS_RO), 3, NOTHING));
    }

    @Test
    void whatMayBeSoOrOtherwiseIsNot() throws Exception {
        ViewFields otherwise = shaped("h", List.of(2L, 1L), List.of(4L, 99L));
        assertEquals(List.of(), checks("NEW-8", asked(ROWS, Request.RECORDS_RO), 4, otherwise));
        // without a shape ndim may be anything
        Exporter bytes = Scripted.flat(3, 1, true);
        ViewFields dimensions = new ViewFields(true, 1, null, 3, null, null, null);
        assertEquals(List.of(), checks("NEW-8", asked(bytes, Request.SIMPLE), 3, dimensions));
        // another stride than that of the dimension of one item
        ViewFields wrong = shaped("h", List.of(2L, 1L), List.of(5L, 99L));
        assertEquals(
                List.of(new Check(1, Aspect.STRIDES, "[4, any]", "[5, any]")),
                checks("NEW-8", asked(ROWS, Request.RECORDS_RO), 4, wrong));
    }

    @Test
    void aProgramInCEndsWithNothingWhereTheFieldsAreRight() throws Exception {
        assertEquals(0, status("NEW-7", asked(SHORTS, Request.RECORDS), 6, NOTHING));
        assertEquals(0, status("NEW-7", asked(SHORTS, Request.WRITABLE), 6, shaped("h", List.of(3L), List.of(2L))));
        assertEquals(0, status("NEW-8", asked(ROWS, Request.RECORDS_RO), 3, NOTHING));
        ViewFields shuffled = shaped("h", List.of(1L, 2L), List.of(5L, 99L));
        assertEquals(0, status("NEW-8", asked(ROWS, Request.STRIDES), 4, shuffled));
    }

    @Test
    void itEndsWithOneWhereTheyAreNot() throws Exception {
        Scenario ctypes = new Scenario(
                List.of(new Step.Make(0, new CtypesMatrix('h', 2, 2, 1)), new Step.Acquire(0, 0, Request.SIMPLE)));
        try (Implementation cpython = CPythonProvider.open(CPythonProvider.BUNDLED, ExamplePort.LIMITS)) {
            Transcript seen = cpython.run(List.of(ctypes)).get(0);
            assertEquals(1, status("NEW-7", ctypes, seen));
            assertEquals(1, status("NEW-8", ctypes, seen));
        }
    }

    /** None has no memory: the code tells so by NULL. */
    @Test
    void whatACodeGivesIsLookedAtToo() throws Exception {
        Scenario none = new Scenario(
                List.of(new Step.Make(0, new NonBuffer(NonBuffer.Kind.NONE)), new Step.Parse(0, Step.Code.Z_HASH)));
        Event.Viewed right = (Event.Viewed) model(none).events().get(1);
        Event wrong = new Event.Viewed(true, null, new Pointer(Pointer.Kind.ELSEWHERE, 0), 3, right.traffic());
        Transcript seen = with(none, wrong);
        assertEquals(
                List.of(new Check(1, Aspect.LENGTH, "0", "3"), new Check(1, Aspect.NO_POINTER, "NULL", "given")),
                Checks.violation("NEW-6", none, seen, model(none), null));
        assertEquals(0, status("NEW-6", none, seen));
        Transcript silent = with(none, new Event.Viewed(false, null, Pointer.UNTOUCHED, 0, List.of()));
        assertEquals(
                List.of(new Check(1, Aspect.GRANTED, "granted", "refused")),
                Checks.violation("NEW-6", none, silent, model(none), null));
    }

    private static ViewFields shaped(String format, List<Long> shape, List<Long> strides) {
        return new ViewFields(true, 2, format, shape.size(), shape, strides, null);
    }

    private static Scenario asked(Exporter exporter, Request request) {
        return new Scenario(List.of(new Step.Make(0, exporter), new Step.Acquire(0, 0, request)));
    }

    private static Transcript model(Scenario scenario) throws Exception {
        return MODEL.open("model").run(List.of(scenario)).get(0);
    }

    private static Transcript with(Scenario scenario, Event event) throws Exception {
        return Transcript.completed(List.of(model(scenario).events().get(0), event));
    }

    private static Transcript wrong(Scenario scenario, long length, ViewFields fields) throws Exception {
        Event.Viewed right = (Event.Viewed) model(scenario).events().get(1);
        return with(scenario, new Event.Viewed(true, null, right.pointer(), length, right.traffic(), fields));
    }

    private static List<Check> checks(String clause, Scenario scenario, long length, ViewFields fields)
            throws Exception {
        return Checks.violation(clause, scenario, wrong(scenario, length, fields), model(scenario), null);
    }

    private int status(String clause, Scenario scenario, long length, ViewFields fields) throws Exception {
        return status(clause, scenario, wrong(scenario, length, fields));
    }

    private int status(String clause, Scenario scenario, Transcript seen) throws Exception {
        Finding finding = new Finding(
                null,
                Finding.Kind.VIOLATION,
                "PyObject_GetBuffer",
                clause,
                "is wrong",
                null,
                "scripted",
                "It is wrong.",
                null,
                null,
                null,
                null,
                null,
                new Finding.Shown(clause, scenario, 1, seen, null));
        Setting setting = Setting.of(CPythonProvider.python(CPythonProvider.BUNDLED), Optional.empty());
        Map<String, String> programs = new Reproducers(setting, MODEL.open("model")).of(finding);
        assertEquals(Set.of(CProgram.FILE), programs.keySet());
        Files.writeString(folder.resolve(CProgram.FILE), programs.get(CProgram.FILE));
        return ProgramRun.status(folder, ProgramRun.command(programs.get(CProgram.FILE)));
    }
}
