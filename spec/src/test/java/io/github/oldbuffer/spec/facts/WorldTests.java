package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that make sense change the world; those that do not are refused in one sentence and change nothing. */
class WorldTests {

    private static final int BYTEARRAY = 0;
    private static final int BYTES = 1;
    private static final int SHORTS = 2;
    private static final int VIEW = 3;
    private static final int STRIDED = 4;
    private static final int UNLAWFUL = 5;
    private static final int ODD = 6;
    private static final int NOBODY = 63;

    private final World world = new World();

    @BeforeEach
    void makeObjects() throws InvalidException {
        ByteArray base = new ByteArray(4, 1, false);
        world.take(new Step.Make(BYTEARRAY, base));
        world.take(new Step.Make(BYTES, new Bytes(4, 1, false)));
        world.take(new Step.Make(SHORTS, new Array('h', 2, 1)));
        world.take(new Step.Make(VIEW, new MemoryView(base, List.of())));
        world.take(new Step.Make(STRIDED, new MemoryView(base, List.of(new Slice(null, null, -2)))));
        world.take(new Step.Make(UNLAWFUL, Exporters.quirky(Quirk.SUCCEEDS_WITH_ONE)));
        world.take(new Step.Make(ODD, new MemoryView(base, List.of(new Slice(null, 0L, 2)))));
    }

    private void refused(String sentence, Step step) {
        InvalidException refused = assertThrows(InvalidException.class, () -> world.take(step));
        assertEquals(sentence, refused.getMessage());
        assertFalse(world.tryStep(step));
    }

    private State take(Step step, int object) throws InvalidException {
        world.take(step);
        return world.object(object);
    }

    @Test
    void numbersAreUsedOnceAtATime() throws InvalidException {
        refused("the object's number is in use or too large", new Step.Make(BYTES, new Bytes(1, 0, false)));
        refused("the object's number is in use or too large", new Step.Make(64, new Bytes(1, 0, false)));
        refused("the object's number is in use or too large", new Step.Make(-1, new Bytes(1, 0, false)));
        refused("a seed is 0 to 250", new Step.Make(NOBODY, new Bytes(1, 251, false)));
        assertNull(world.object(NOBODY));
        assertTrue(world.tryStep(new Step.Make(NOBODY, new Bytes(1, 0, false))));
    }

    @Test
    void nobodyCanBeAskedForAnything() {
        String sentence = "there is no object 63";
        refused(sentence, Step.Call.of(Function.READ, NOBODY));
        refused(sentence, new Step.Peek(Function.READ, NOBODY));
        refused(sentence, new Step.Poke(NOBODY, 0, 0));
        refused(sentence, new Step.Change(NOBODY, 0, 0));
        refused(sentence, new Step.Resize(NOBODY, 0));
        refused(sentence, new Step.Release(NOBODY));
        refused(sentence, new Step.Acquire(0, NOBODY, Request.SIMPLE));
        refused(sentence, new Step.Parse(NOBODY, Step.Code.Y_STAR));
        refused(sentence, new Step.Drop(NOBODY));
        refused("there is no object -1", Step.Call.of(Function.READ, -1));
        refused("there is no object 64", Step.Call.of(Function.READ, 64));
    }

    @Test
    void aCallThatSucceedsGivesAPointer() throws InvalidException {
        String sentence = "there is no pointer into living memory to read through";
        refused(sentence, new Step.Peek(Function.READ, BYTES));
        world.take(Step.Call.of(Function.READ, BYTES));
        refused(sentence, new Step.Peek(Function.CHAR, BYTES));
        refused(sentence, new Step.Peek(Function.READ, BYTEARRAY));
        assertTrue(world.hasPointer(Function.READ, BYTES));
        assertTrue(world.tryStep(new Step.Peek(Function.READ, BYTES)));
    }

    @Test
    void noOtherCallGivesAPointer() throws InvalidException {
        world.take(Step.Call.of(Function.READ, STRIDED));
        assertFalse(world.hasPointer(Function.READ, STRIDED));
        world.take(Step.Call.of(Function.READ, UNLAWFUL));
        assertFalse(world.hasPointer(Function.READ, UNLAWFUL));
        world.take(Step.Call.of(Function.READ, ODD));
        assertFalse(world.hasPointer(Function.READ, ODD));
        world.take(Step.Call.of(Function.WRITE, BYTES));
        assertFalse(world.hasPointer(Function.WRITE, BYTES));
        world.take(Step.Call.of(Function.CHECK, BYTES));
        assertFalse(world.hasPointer(Function.CHECK, BYTES));
        world.take(new Step.Call(Function.READ, BYTES, Set.of(Step.Argument.BUFFER), null));
        assertFalse(world.hasPointer(Function.READ, BYTES));
        world.take(new Step.Call(Function.READ, BYTES, Set.of(), ExceptionType.KEY_ERROR));
        assertFalse(world.hasPointer(Function.READ, BYTES));
        refused("PyObject_CheckReadBuffer returns no pointer to read through", new Step.Peek(Function.CHECK, BYTES));
    }

    @Test
    void aFactOfACallTellsWhetherTheObjectSupportsIt() throws InvalidException {
        assertEquals(Support.NO, ((Fact.OfCall) world.take(Step.Call.of(Function.WRITE, BYTES))).support());
        assertEquals(Support.YES, ((Fact.OfCall) world.take(Step.Call.of(Function.CHECK, BYTES))).support());
        assertEquals(Support.YES, ((Fact.OfCall) world.take(Step.Call.of(Function.WRITE, VIEW))).support());
        assertEquals(Support.OPEN, ((Fact.OfCall) world.take(Step.Call.of(Function.CHAR, ODD))).support());
        assertEquals(Support.NO, ((Fact.OfView) world.take(new Step.Parse(BYTES, Step.Code.W_STAR))).support());
        assertEquals(Support.YES, ((Fact.OfView) world.take(new Step.Parse(BYTES, Step.Code.Y_STAR))).support());
    }

    @Test
    void bytesAreWrittenThroughLivingPointersOnly() throws InvalidException {
        refused("there is no pointer into living memory to write through", new Step.Poke(BYTEARRAY, 0, 1));
        world.take(Step.Call.of(Function.WRITE, BYTEARRAY));
        refused("the offset lies outside the object's memory", new Step.Poke(BYTEARRAY, 4, 1));
        refused("the offset lies outside the object's memory", new Step.Poke(BYTEARRAY, -1, 1));
        refused("a byte is 0 to 255", new Step.Poke(BYTEARRAY, 0, 256));
        refused("a byte is 0 to 255", new Step.Poke(BYTEARRAY, 0, -1));
        assertEquals(
                "010203ff",
                take(new Step.Poke(BYTEARRAY, 3, 255), BYTEARRAY).sample().hex());
    }

    @Test
    void onlyMutableMemoryInOneSegmentIsChanged() throws InvalidException {
        refused("the object's memory cannot be changed", new Step.Change(BYTES, 0, 1));
        String sentence = "only memory in one segment of a lawful exporter is changed";
        refused(sentence, new Step.Change(STRIDED, 0, 1));
        refused(sentence, new Step.Change(UNLAWFUL, 0, 1));
        assertEquals(
                "01020904", take(new Step.Change(SHORTS, 2, 9), SHORTS).sample().hex());
    }

    @Test
    void changesAreCountedFromTheFirstItemOfTheObject() throws InvalidException {
        ByteArray base = new ByteArray(4, 1, false);
        world.take(new Step.Make(NOBODY, new MemoryView(base, List.of(new Slice(2L, null, 1)))));
        assertEquals(
                "0309", take(new Step.Change(NOBODY, 1, 9), NOBODY).sample().hex());
        assertEquals(9, world.object(NOBODY).byteAt(1));
    }

    @Test
    void aPeekKnowsTheObjectAsItWasAndIs() throws InvalidException {
        world.take(Step.Call.of(Function.READ, BYTEARRAY));
        world.take(new Step.Change(BYTEARRAY, 0, 9));
        Fact.OfPeek fact = (Fact.OfPeek) world.take(new Step.Peek(Function.READ, BYTEARRAY));
        assertEquals("01020304", fact.then().sample().hex());
        assertEquals("09020304", fact.state().sample().hex());
    }

    @Test
    void resizeForgetsPointersAndChangesTheVersion() throws InvalidException {
        refused(
                "only a bytearray, an array, an mmap of a file, a stream or a ctypes object is resized",
                new Step.Resize(BYTES, 1));
        refused("a length is 0 to 65536 bytes", new Step.Resize(BYTEARRAY, -1));
        refused("a length is 0 to 65536 bytes", new Step.Resize(BYTEARRAY, 65_537));
        refused("an array's length is a multiple of its item size", new Step.Resize(SHORTS, 3));
        refused("a resize changes the length", new Step.Resize(BYTEARRAY, 4));
        world.take(Step.Call.of(Function.READ, BYTEARRAY));
        world.take(Step.Call.of(Function.READ, BYTES));
        int version = world.object(BYTEARRAY).version();
        State state = take(new Step.Resize(BYTEARRAY, 6), BYTEARRAY);
        assertEquals("010203040000", state.sample().hex());
        assertNotEquals(version, state.version());
        assertFalse(world.hasPointer(Function.READ, BYTEARRAY));
        assertTrue(world.hasPointer(Function.READ, BYTES));
    }

    @Test
    void aResizeGoesFromNothingToTheMostAndConcernsNobodyElse() throws InvalidException {
        for (int object : List.of(BYTES, SHORTS, VIEW)) {
            for (Function function : List.of(Function.CHAR, Function.READ)) {
                world.take(Step.Call.of(function, object));
            }
        }
        world.take(Step.Call.of(Function.WRITE, SHORTS));
        world.take(Step.Call.of(Function.WRITE, VIEW));
        assertEquals(0, take(new Step.Resize(SHORTS, 0), SHORTS).length());
        assertEquals(65_536, take(new Step.Resize(SHORTS, 65_536), SHORTS).length());
        for (Function function : List.of(Function.CHAR, Function.READ, Function.WRITE)) {
            assertFalse(world.hasPointer(function, SHORTS));
            assertTrue(world.hasPointer(function, VIEW));
        }
        assertTrue(world.hasPointer(Function.CHAR, BYTES) && world.hasPointer(Function.READ, BYTES));
    }

    @Test
    void theFirstByteIsChangedToTheLeastValueToo() throws InvalidException {
        world.take(Step.Call.of(Function.WRITE, BYTEARRAY));
        assertEquals(
                "00020304",
                take(new Step.Poke(BYTEARRAY, 0, 0), BYTEARRAY).sample().hex());
        assertEquals(
                "ff020304",
                take(new Step.Change(BYTEARRAY, 0, 255), BYTEARRAY).sample().hex());
    }

    @Test
    void releaseLeavesAnObjectWithoutMemory() throws InvalidException {
        refused("only a memoryview is released and only an mmap is closed", new Step.Release(BYTEARRAY));
        world.take(Step.Call.of(Function.READ, VIEW));
        int version = world.object(VIEW).version();
        State state = take(new Step.Release(VIEW), VIEW);
        assertFalse(state.subject().hasMemory());
        assertNotEquals(version, state.version());
        assertFalse(world.hasPointer(Function.READ, VIEW));
        refused("the object is released already", new Step.Release(VIEW));
        refused("only memory in one segment of a lawful exporter is changed", new Step.Change(VIEW, 0, 0));
        assertEquals(Support.NO, ((Fact.OfCall) world.take(Step.Call.of(Function.READ, VIEW))).support());
        world.take(new Step.Make(NOBODY, new Mmap(Mmap.Access.COPY, 3, 0)));
        assertFalse(take(new Step.Release(NOBODY), NOBODY).subject().hasMemory());
    }

    @Test
    void aHeldViewPinsTheObject() throws InvalidException {
        world.take(new Step.Acquire(7, BYTEARRAY, Request.SIMPLE));
        world.take(new Step.Acquire(8, BYTEARRAY, Request.FULL));
        assertTrue(world.viewInUse(7));
        refused("the view's number is in use or too large", new Step.Acquire(7, BYTES, Request.SIMPLE));
        refused("the view's number is in use or too large", new Step.Acquire(64, BYTES, Request.SIMPLE));
        refused("the view's number is in use or too large", new Step.Acquire(-1, BYTES, Request.SIMPLE));
        refused("an object is dropped after its views", new Step.Drop(BYTEARRAY));
        assertEquals(4, take(new Step.Resize(BYTEARRAY, 9), BYTEARRAY).length());
        world.take(new Step.ReleaseView(7));
        assertTrue(world.object(BYTEARRAY).exported());
        world.take(new Step.ReleaseView(8));
        assertFalse(world.object(BYTEARRAY).exported());
        refused("there is no such view", new Step.ReleaseView(8));
        refused("there is no such view", new Step.ReleaseView(64));
        refused("there is no such view", new Step.ReleaseView(-1));
        assertEquals(9, take(new Step.Resize(BYTEARRAY, 9), BYTEARRAY).length());
    }

    @Test
    void aHeldViewKeepsPointersAlive() throws InvalidException {
        world.take(Step.Call.of(Function.WRITE, VIEW));
        world.take(new Step.Acquire(7, VIEW, Request.SIMPLE));
        assertTrue(take(new Step.Release(VIEW), VIEW).subject().hasMemory());
        assertTrue(world.hasPointer(Function.WRITE, VIEW));
    }

    @Test
    void aRefusedViewIsNotHeld() throws InvalidException {
        world.take(new Step.Acquire(7, STRIDED, Request.SIMPLE));
        assertFalse(world.viewInUse(7));
        assertFalse(world.object(STRIDED).exported());
        refused("there is no such view", new Step.ReleaseView(7));
        world.take(new Step.Drop(STRIDED));
    }

    @Test
    void noStepDependsOnWhatIsLeftOpenOrUnlawful() {
        refused(
                "whether the request is granted is left open, so no step may depend on it",
                new Step.Acquire(7, ODD, Request.SIMPLE));
        assertTrue(world.tryStep(new Step.Parse(ODD, Step.Code.Y_STAR)));
        String sentence = "an unlawful exporter is reached only through the four functions";
        refused(sentence, new Step.Acquire(7, UNLAWFUL, Request.SIMPLE));
        refused(sentence, new Step.Parse(UNLAWFUL, Step.Code.Y_STAR));
    }

    @Test
    void anObjectMadeUnderTheNumberOfADroppedOneIsAnother() throws InvalidException {
        world.take(Step.Call.of(Function.READ, BYTES));
        int version = world.object(BYTES).version();
        world.take(new Step.Drop(BYTES));
        assertNull(world.object(BYTES));
        assertFalse(world.hasPointer(Function.READ, BYTES));
        State state = take(new Step.Make(BYTES, new Bytes(1, 0, false)), BYTES);
        assertNotEquals(version, state.version());
    }
}
