package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Subjects.require;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.scenario.Step;

/** What an object has to be so that a step makes sense that wants it for itself alone: a resize, a release. */
final class Exclusives {

    private Exclusives() {}

    /**
     * @param sharing whether the object stands on the memory of another
     * @param loose whether what was dropped may still pin it
     */
    static void checkResized(Step.Resize resize, State state, boolean sharing, boolean loose) throws InvalidException {
        Exporter exporter = state.exporter();
        require(
                exporter instanceof ByteArray
                        || exporter instanceof Array
                        || exporter instanceof Ctypes
                        || exporter instanceof MadeOfBytes made && (made.resized() || made.ofStream()),
                "only a bytearray, an array, an mmap of a file, a stream or a ctypes object is resized");
        require(!sharing, "what stands on the memory of another is not resized");
        require(state.subject().hasMemory(), "the object is released already");
        require(!loose, "whether what was dropped still pins the object is left open");
        require(
                !(exporter instanceof Ctypes ctypes) || resize.length() >= ctypes.length(),
                "a ctypes object is never shorter than its type");
        require(
                resize.length() >= 0 && resize.length() <= Pattern.SPARSE_ABOVE,
                "a length is 0 to " + Pattern.SPARSE_ABOVE + " bytes");
        require(
                state.subject().layout().shape().isEmpty()
                        || resize.length() % state.subject().layout().itemsize() == 0,
                "an array's length is a multiple of its item size");
        require(
                !(exporter instanceof Library library)
                        || resize.length() >= library.type().leastItems(),
                "an mmap is never empty");
        require(resize.length() != state.length(), "a resize changes the length");
        require(resize.way().can(exporter, state.length(), resize.length()), "the object cannot be resized so");
    }

    /**
     * @param sharing whether the object stands on the memory of another
     * @param loose whether what was dropped may still pin it
     */
    static void checkReleased(State state, boolean sharing, boolean loose) throws InvalidException {
        Exporter exporter = state.exporter();
        require(
                exporter instanceof MemoryView
                        || exporter instanceof Mmap
                        || exporter instanceof MadeOfBytes made && made.released(),
                "only a memoryview is released and only an mmap is closed");
        require(state.subject().hasMemory(), "the object is released already");
        require(!loose, "whether what was dropped still pins the object is left open");
        require(
                !sharing || exporter instanceof MemoryView || exporter instanceof MadeOfBytes made && made.ofStream(),
                "only a memoryview is released and only an mmap is closed");
    }
}
