package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.Optional;

/** A resize as a statement of Python, where it has to be that very one. */
final class Resizing {

    private Resizing() {}

    /** The statement, about {@code made}, without double quotes; empty where any will do. */
    static Optional<String> statement(Step.Resize resize, Exporter exporter) {
        if (exporter instanceof Library) {
            return Optional.of("made.resize(" + resize.length() + ")");
        } else if (resize.way() == Way.ANY) {
            return Optional.empty();
        }
        boolean array = exporter instanceof Array;
        boolean text = exporter instanceof Array some && "uw".indexOf(some.typecode()) >= 0;
        String zero = text ? "chr(0)" : "0";
        String bytes = "bytes(max(0, " + resize.length() + " - len(made)" + (array ? " * made.itemsize" : "") + "))";
        String more = array ? "type(made)(made.typecode, " + bytes + ")" : bytes;
        String items = resize.length() + (array ? " // made.itemsize" : "");
        return Optional.of(
                switch (resize.way()) {
                    case APPEND -> "made.append(" + zero + ")";
                    case EXTEND -> "made.extend(" + more + ")";
                    case INSERT -> "made.insert(len(made), " + zero + ")";
                    case ADD -> "made += " + more;
                    case ASSIGN -> "made[min(len(made), " + items + "):] = " + more;
                    case POP -> "made.pop()";
                    case REMOVE -> "made.remove(made[0])";
                    case CLEAR -> "made.clear()";
                    case REPEAT -> "made *= 0";
                    default -> throw new IllegalArgumentException("no program has the stream behind a buffer");
                });
    }

    /** The method that gives an object's memory up. */
    static String release(Exporter exporter) {
        return exporter.kind().word().startsWith("mmap") ? "close" : "release";
    }
}
