package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.facts.Exporters;
import java.util.List;

/** The objects that the tests of rules are about. */
final class Objects {

    /** Writable bytes 1 2 3 4. */
    static final Exporter WRITABLE = new ByteArray(4, 1, false);

    /** Read-only bytes 1 2 3 4. */
    static final Exporter READ_ONLY = new Bytes(4, 1, false);

    static final Exporter EMPTY = new ByteArray(0, 0, false);
    static final Exporter NOTHING = new NonBuffer(NonBuffer.Kind.OBJECT);

    /** Three items, six bytes: 1 2, 3 4, 5 6. */
    static final Exporter SHORTS = new Array('h', 3, 1);

    static final Exporter STRIDED = view(WRITABLE, new Slice(null, null, 2));

    /** No bytes, cut up: left open whether anybody may read it. */
    static final Exporter EMPTY_ODD = view(WRITABLE, new Slice(null, 0L, 2));

    /** Bytes 0 to 7 of which it is left open whether anybody may write them. */
    static final Exporter WRITING_OPEN = view(Exporters.refusing(true));

    /** Four GiB and seven bytes of zeros. */
    static final Exporter HUGE = new Mmap(Mmap.Access.WRITE, (1L << 32) + 7, 0);

    private Objects() {}

    static Exporter view(Exporter base, ViewOperation... operations) {
        return new MemoryView(base, List.of(operations));
    }
}
