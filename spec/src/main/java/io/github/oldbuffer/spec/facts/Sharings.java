package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Subjects.require;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;

/** What an object is that stands on the memory of another. */
final class Sharings {

    private Sharings() {}

    /** @throws InvalidException where the one cannot be made over the other */
    static Subject of(Step.Share share, Subject base) throws InvalidException {
        require(base.hasMemory(), "the object has no memory to share");
        require(base.memory() <= Pattern.SPARSE_ABOVE, "a memory that is shared has at most 65536 bytes");
        Exporter exporter = base.exporter();
        long start = share.start();
        if (share.sharing() == Sharing.GETBUFFER) {
            require(exporter instanceof MadeOfBytes made && made.ofStream(), "only a stream has another buffer");
            require(start == 0, "another buffer of a stream starts where the first does");
            return base;
        }
        if (share.sharing() == Sharing.SLICE) {
            require(exporter instanceof MemoryView, "only a memoryview is sliced");
            require(start >= 0 && start <= base.layout().items(), "a share starts inside the memory");
            ViewOperation from = new ViewOperation.Slice(start, null, 1);
            return base.of(
                    new MemoryView(((MemoryView) exporter).base(), List.of(from)), Views.apply(from, base.layout()));
        }
        require(
                exporter instanceof Bytes
                        || exporter instanceof ByteArray
                        || exporter instanceof Array
                        || exporter instanceof Mmap,
                "only the memory of a bytes, a bytearray, an array or an mmap is shared");
        return switch (share.sharing()) {
            case MEMORYVIEW -> {
                require(start >= 0 && start <= base.layout().items(), "a share starts inside the memory");
                List<ViewOperation> from = start == 0 ? List.of() : List.of(new ViewOperation.Slice(start, null, 1));
                Layout layout = start == 0 ? base.layout() : Views.apply(from.get(0), base.layout());
                yield base.of(new MemoryView(exporter, from), layout);
            }
            case PICKLE_BUFFER -> {
                require(start == 0, "a PickleBuffer starts where its object does");
                yield base.of(new Library(LibraryType.PICKLE_BUFFER, base.length(), base.seed()), base.layout());
            }
            default -> {
                // a runtime that does not pin it unmaps it, and any right function dies of that
                require(!(exporter instanceof Mmap), "ctypes stands on no mmap, which may be closed under it");
                require(!base.readonly(), "ctypes stands on writable memory only");
                require(start >= 0 && start <= base.length(), "a share starts inside the memory");
                long length = base.length() - start;
                Layout line = Layout.line(length, 1, "<B", false).from(start);
                yield base.of(new Library(LibraryType.CTYPES_FROM_BUFFER, length, base.seed()), line);
            }
        };
    }
}
