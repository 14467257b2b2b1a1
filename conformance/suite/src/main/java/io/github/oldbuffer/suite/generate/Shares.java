package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Objects over one memory, and the ways in which a memory is resized. */
final class Shares {

    private static final List<Sharing> OF_MEMORY =
            List.of(Sharing.MEMORYVIEW, Sharing.PICKLE_BUFFER, Sharing.FROM_BUFFER);
    private static final List<Way> OF_STREAMS =
            Stream.of(Way.values()).filter(Way::ofStream).toList();
    private static final List<Way> OF_ITEMS = ofItems();

    private Shares() {}

    private static List<Way> ofItems() {
        List<Way> ways = new ArrayList<>(List.of(Way.values()));
        ways.removeAll(OF_STREAMS);
        return List.copyOf(ways);
    }

    /** Makes object 1 over the memory of object 0, where that can be shared, and says whether it did. */
    static boolean share(Draft draft, Choices c) {
        State state = draft.object(0);
        boolean stream = state != null && ofStream(state);
        Sharing sharing = stream ? Sharing.GETBUFFER : c.oneOf(OF_MEMORY);
        int start = stream || state == null ? 0 : c.onceIn(2) ? 0 : c.below((int) Math.min(state.length(), 8) + 1);
        return draft.add(new Step.Share(1, 0, sharing, sharing == Sharing.PICKLE_BUFFER ? 0 : start));
    }

    /** Resizes a bytearray or an array in one of its ways, and says whether it did. */
    static boolean resize(Draft draft, int object, Choices c) {
        State state = draft.object(object);
        Exporter exporter = state.exporter();
        boolean items = exporter instanceof ByteArray || exporter instanceof Array;
        if (!items) {
            return false;
        }
        long item = state.subject().layout().itemsize();
        Way way = c.oneOf(OF_ITEMS);
        long length = state.length();
        long some = (1L + c.below(40)) * item;
        long wanted = switch (way) {
            case APPEND, INSERT -> length + item;
            case EXTEND, ADD -> length + some;
            case POP -> length - item;
            case REMOVE, CLEAR, REPEAT -> 0;
            default -> c.onceIn(2) ? length + some : Math.max(0, length - some);
        };
        return wanted >= 0 && draft.add(new Step.Resize(object, wanted, way));
    }

    private static boolean ofStream(State state) {
        return state.exporter() instanceof MadeOfBytes made && made.ofStream();
    }

    /** Tries to resize the stream behind a buffer, where the object is one. */
    static void resizeStream(Draft draft, int object, Choices c) {
        State state = draft.object(object);
        if (ofStream(state)) {
            Way way = c.oneOf(OF_STREAMS);
            long length = way == Way.WRITE
                    ? state.length() + 1 + c.below(40)
                    : way == Way.CLOSE ? 0 : c.below((int) Math.min(state.length(), 40) + 1);
            draft.add(new Step.Resize(object, length, way));
        }
    }
}
