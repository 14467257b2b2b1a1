package io.github.oldbuffer.spec.compare;

import static io.github.oldbuffer.spec.compare.Calls.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything by which two events of one step can differ, and what is no difference. */
class EventComparisonTests {

    private static final Step READ = Step.Call.of(Function.READ, 0);
    private static final Raised TYPE_ERROR = new Raised("TypeError", true, "no");
    private static final Traffic ACQUIRED = new Traffic(0, 0, Traffic.Kind.ACQUIRED, 0);
    private static final Traffic RELEASED = new Traffic(0, 0, Traffic.Kind.RELEASED, 0);
    private static final Calls EMPTY = GOOD.withLength(0L).withSample(Calls.bytes());

    @Test
    void theResultOfACall() {
        differ(GOOD.withCode(1), GOOD, "the result: 1, the other: 0");
    }

    @Test
    void theTypeOfAnExceptionButNotItsText() {
        differ(GOOD.withRaised(TYPE_ERROR), GOOD, "the exception: TypeError, the other: none");
        differ(GOOD.withRaised(TYPE_ERROR), GOOD.withRaised(new Raised("TypeError", true, "another text")));
    }

    @Test
    void whereAPointerPoints() {
        differ(GOOD.withPointer(Pointer.NULL), GOOD, "the pointer: NULL, the other: the object's memory");
        differ(
                GOOD.withPointer(Pointer.elsewhere(0)),
                GOOD.withPointer(Pointer.within(2)),
                "the pointer: elsewhere, the other: inside the object's memory");
        differ(GOOD.withPointer(Pointer.elsewhere(0)), GOOD.withPointer(Pointer.elsewhere(1)));
    }

    @Test
    void notWhereEmptyMemoryIs() {
        differ(EMPTY.withPointer(Pointer.NULL), EMPTY);
        differ(
                EMPTY.withCode(-1).withPointer(Pointer.UNTOUCHED).withSample(Sample.NONE),
                EMPTY,
                "the result: -1, the other: 0",
                "the pointer: not set, the other: the object's memory");
    }

    @Test
    void whetherTheLengthIsSetAndWhatItIs() {
        differ(GOOD.withLength(null), GOOD, "the length: not set, the other: set");
        differ(GOOD, GOOD.withLength(null), "the length: set, the other: not set");
        List<Difference> found = compare(READ, GOOD.withLength(4L).event(), GOOD.event());
        assertEquals(
                List.of(new Difference(
                        "PyObject_AsReadBuffer: the length differs",
                        0,
                        "PyObject_AsReadBuffer: length 4, the other: 3")),
                found);
    }

    @Test
    void lengthsOfCallsWithOtherResultsAreNotHeldAgainstEachOther() {
        differ(GOOD.withCode(1).withLength(4L), GOOD, "the result: 1, the other: 0");
    }

    @Test
    void theBytesWhereTheLengthIsTheSame() {
        List<Difference> found =
                compare(READ, GOOD.withSample(Calls.bytes(1, 2, 4)).event(), GOOD.event());
        assertEquals(
                List.of(new Difference(
                        "PyObject_AsReadBuffer: the bytes differ",
                        0,
                        "PyObject_AsReadBuffer: bytes 010204, the other: bytes 010203")),
                found);
    }

    @Test
    void referencesWhereBothCount() {
        differ(GOOD.withReferences(1), GOOD, "the object's references: kept, the other: unchanged");
        differ(GOOD.withReferences(-2), GOOD, "the object's references: lost, the other: unchanged");
        differ(others(1, 0, 1), GOOD, "the references of another object: kept, the other: unchanged");
        differ(others(0, 1, -1), GOOD, "the references of an object inside it: lost, the other: unchanged");
        differ(GOOD.withReferences(1), GOOD.withReferences(2));
        differ(GOOD.withReferences(1), GOOD.withReferences(Event.UNCOUNTED));
        differ(GOOD.withOthers(Counts.UNCOUNTED), others(1, 0, 1));
        differ(others(1, 0, Event.UNCOUNTED), others(1, 0, 1));
        differ(others(1, 0, 1), others(1, 0, 2));
    }

    /** In sum nothing has changed. */
    @Test
    void everyObjectsReferencesByThemselves() {
        differ(
                GOOD.withOthers(new Counts(List.of(new Count(1, 0, 1), new Count(2, 0, -1)), true)),
                GOOD,
                "the references of another object: kept, the other: unchanged",
                "the references of another object: lost, the other: unchanged");
    }

    private static Calls others(int object, int depth, int change) {
        return GOOD.withOthers(new Counts(List.of(new Count(object, depth, change)), true));
    }

    @Test
    void whatAnotherObjectSawIsTold() {
        differ(
                GOOD.withTraffic(new Traffic(1, 0, Traffic.Kind.RELEASED, 0)),
                GOOD.withTraffic(new Traffic(0, 0, Traffic.Kind.RELEASED, 0)),
                "what the exporter saw: another object released, the other: released");
    }

    @Test
    void damageButNotWhere() {
        differ(GOOD.withDamage(Damage.seen(0)), GOOD, "the object's memory: changed, the other: unchanged");
        differ(GOOD.withDamage(Damage.seen(0)), GOOD.withDamage(new Damage(2L, -3)));
    }

    @Test
    void whatTheExporterSaw() {
        differ(
                GOOD.withTraffic(ACQUIRED, RELEASED),
                GOOD.withTraffic(ACQUIRED),
                "what the exporter saw: acquired with PyBUF_SIMPLE, released, the other: acquired with PyBUF_SIMPLE");
        differ(
                GOOD.withTraffic(new Traffic(0, 1, Traffic.Kind.REFUSED, 0x1D)),
                GOOD,
                "what the exporter saw: inner object refused PyBUF_RECORDS, the other: nothing");
        differ(
                GOOD.withTraffic(new Traffic(0, 0, Traffic.Kind.RELEASED_UNKNOWN, 0)),
                GOOD.withTraffic(RELEASED),
                "what the exporter saw: released without need, the other: released");
        differ(
                GOOD.withTraffic(new Traffic(1, 0, Traffic.Kind.RELEASED, 0)),
                GOOD.withTraffic(new Traffic(2, 0, Traffic.Kind.RELEASED, 0)));
    }

    @Test
    void theAnswersOfTheNewProtocol() {
        Step parse = new Step.Parse(0, Step.Code.Y_STAR);
        Event granted = viewed(Pointer.within(0), 3);
        assertEquals(
                List.of("PyArg_ParseTuple(\"y*\"): the exception: TypeError, the other: none"),
                symptoms(
                        parse,
                        new Event.Viewed(false, TYPE_ERROR, Pointer.UNTOUCHED, 0, List.of()),
                        new Event.Viewed(false, null, Pointer.UNTOUCHED, 0, List.of())));
        assertEquals(
                List.of("PyArg_ParseTuple(\"y*\"): the pointer: NULL, the other: the object's memory"),
                symptoms(parse, viewed(Pointer.NULL, 3), granted));
        assertEquals(List.of(), symptoms(parse, viewed(Pointer.NULL, 0), viewed(Pointer.within(0), 0)));
        assertEquals(
                List.of("PyArg_ParseTuple(\"y*\"): the length: one, the other: another"),
                symptoms(parse, viewed(Pointer.within(0), 4), granted));
        assertEquals(
                List.of(
                        "PyArg_ParseTuple(\"y*\"): what the exporter saw: acquired with PyBUF_SIMPLE, the other: nothing"),
                symptoms(parse, new Event.Viewed(true, null, Pointer.within(0), 3, List.of(ACQUIRED)), granted));
    }

    @Test
    void whatIsReadAndWrittenThroughPointers() {
        assertEquals(
                List.of("Peek: the bytes differ"),
                symptoms(
                        new Step.Peek(Function.READ, 0),
                        new Event.Peeked(Calls.bytes(1)),
                        new Event.Peeked(Calls.bytes(2))));
        assertEquals(
                List.of("Poke: the bytes differ"),
                symptoms(new Step.Poke(0, 0, 1), new Event.Poked(1), new Event.Poked(-1)));
        assertEquals(List.of(), symptoms(new Step.Poke(0, 0, 1), new Event.Poked(1), new Event.Poked(1)));
    }

    @Test
    void whatOtherStepsRaiseAndMakeTheExporterSee() {
        assertEquals(
                List.of(
                        "Release: the exception: TypeError, the other: none",
                        "Release: what the exporter saw: released, the other: nothing"),
                symptoms(
                        new Step.Release(0),
                        new Event.Done(TYPE_ERROR, List.of(RELEASED)),
                        new Event.Done(null, List.of())));
    }

    @Test
    void theRequestBelongsToTheStepsWord() {
        assertEquals(
                List.of("PyObject_GetBuffer(WRITABLE): the answer: refused, the other: granted"),
                symptoms(
                        new Step.Acquire(0, 0, Request.WRITABLE),
                        new Event.Viewed(false, null, Pointer.UNTOUCHED, 0, List.of()),
                        viewed(Pointer.within(0), 3)));
    }

    private static Event viewed(Pointer pointer, long length) {
        return new Event.Viewed(true, null, pointer, length, List.of());
    }

    private static void differ(Calls left, Calls right, String... parts) {
        List<String> expected = Arrays.stream(parts)
                .map(part -> "PyObject_AsReadBuffer: " + part)
                .toList();
        assertEquals(expected, symptoms(READ, left.event(), right.event()));
    }

    private static List<String> symptoms(Step step, Event left, Event right) {
        return compare(step, left, right).stream().map(Difference::symptom).toList();
    }

    private static List<Difference> compare(Step step, Event left, Event right) {
        Stream<Transcript> both = Stream.of(left, right).map(event -> Transcript.completed(List.of(event)));
        List<Transcript> transcripts = both.toList();
        return Comparison.compare(Scenario.of(step), transcripts.get(0), transcripts.get(1));
    }
}
