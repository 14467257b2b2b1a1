package io.github.oldbuffer.model;

import static io.github.oldbuffer.model.Expect.DONE;
import static io.github.oldbuffer.model.Expect.MADE;
import static io.github.oldbuffer.model.Expect.acquired;
import static io.github.oldbuffer.model.Expect.bufferError;
import static io.github.oldbuffer.model.Expect.granted;
import static io.github.oldbuffer.model.Expect.released;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Call;
import io.github.oldbuffer.spec.scenario.Way;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code of the scenario's own that runs inside a step, with every event written out by hand. */
class InsideTests {

    private static final Exporter CLASS =
            new PythonClass(new ByteArray(2, 7, false), PythonClass.Answer.VIEW, null, true);
    private static final Traffic ACTED = new Traffic(0, 0, Traffic.Kind.ACTED, 0);
    private static final Traffic IN_VAIN = new Traffic(0, 0, Traffic.Kind.ACTED_IN_VAIN, 0);

    @Test
    void bufferMethodsResizeAndDropOthersOnce() {
        assertEquals(
                List.of(
                        MADE,
                        MADE,
                        DONE,
                        DONE,
                        granted(new int[] {7, 8}, ACTED, ACTED, acquired(0, 0), released(0)),
                        new Event.Skipped("no such object"),
                        granted(new int[] {7, 8}, acquired(0, 0), released(0))),
                Expect.run(
                        new Step.Make(0, CLASS),
                        new Step.Make(1, new ByteArray(4, 0, false)),
                        new Step.Within(0, Moment.BUFFER, new Step.Resize(1, 1)),
                        new Step.Within(0, Moment.BUFFER, new Step.Drop(1)),
                        Call.of(Function.READ, 0),
                        Call.of(Function.READ, 1),
                        Call.of(Function.READ, 0)));
    }

    @Test
    void whatIsPinnedRaisesInsideAndTheCallGoesOn() {
        assertEquals(
                List.of(
                        MADE,
                        MADE,
                        Expect.viewed(4),
                        DONE,
                        granted(new int[] {7, 8}, acquired(0, 0), released(0), IN_VAIN),
                        granted(new int[] {0, 1, 2, 3})),
                Expect.run(
                        new Step.Make(0, CLASS),
                        new Step.Make(1, new ByteArray(4, 0, false)),
                        new Step.Acquire(0, 1, Request.SIMPLE),
                        new Step.Within(0, Moment.RELEASE, new Step.Resize(1, 1)),
                        Call.of(Function.READ, 0),
                        Call.of(Function.READ, 1)));
    }

    @Test
    void memoryThatGoesWithTheReleaseIsNotLookedAt() {
        assertEquals(
                List.of(
                        MADE,
                        DONE,
                        granted(2, Sample.NONE, acquired(0, 0), released(0), ACTED),
                        granted(new int[] {}, acquired(0, 0), released(0))),
                Expect.run(
                        new Step.Make(0, CLASS),
                        new Step.Within(0, Moment.RELEASE, new Step.Resize(0, 0)),
                        Call.of(Function.READ, 0),
                        Call.of(Function.READ, 0)));
    }

    @Test
    void aMemoryviewThatIsReleasedInAnIndexIsSlicedAsCPythonDoes() {
        assertEquals(
                List.of(
                        MADE,
                        MADE,
                        DONE,
                        MADE,
                        granted(new int[] {6, 7}),
                        new Event.Done(bufferError("Existing exports of data: object cannot be re-sized"), List.of())),
                Expect.run(
                        new Step.Make(0, new ByteArray(3, 5, false)),
                        new Step.Share(1, 0, Sharing.MEMORYVIEW, 0),
                        new Step.Within(1, Moment.INDEX, new Step.Release(1)),
                        new Step.Share(2, 1, Sharing.SLICE, 1),
                        Call.of(Function.READ, 2),
                        new Step.Resize(0, 1)));
    }

    @Test
    void anAppendAsksTheOtherAndReleasesItWhereItFailsToo() {
        assertEquals(
                List.of(
                        MADE,
                        MADE,
                        new Event.Done(null, List.of(acquired(0, 0), released(0))),
                        granted(new int[] {5, 7, 8}),
                        MADE,
                        new Event.Done(
                                bufferError("Existing exports of data: object cannot be re-sized"),
                                List.of(acquired(0, 0), released(0)))),
                Expect.run(
                        new Step.Make(0, CLASS),
                        new Step.Make(1, new ByteArray(1, 5, false)),
                        new Step.Append(1, 0, Way.ADD),
                        Call.of(Function.READ, 1),
                        new Step.Share(2, 1, Sharing.MEMORYVIEW, 0),
                        new Step.Append(1, 0, Way.EXTEND)));
    }
}
