package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Scripted;
import java.util.Optional;

/** Where the memory of a scenario's objects is, as expressions of C. */
final class CPlaces {

    private CPlaces() {}

    /** Our own exporter's memory is known, whatever the exporter says. */
    static String first(Exporter exporter, String name) {
        if (exporter instanceof Scripted scripted && scripted.owner() != Scripted.Owner.OTHER) {
            long offset = scripted.geometry().offset();
            return "{(const char *)" + name + "_memory + " + offset + ", -" + offset + ", " + scripted.memory() + " - "
                    + offset + "}";
        }
        return "memory_of(" + name + ")";
    }

    /** All memory behind an object, that outside a slice and behind the end of our own included. */
    static String whole(Exporter exporter, String name) {
        return innermost(exporter, name)
                .map(own -> "(struct memory){(const char *)" + own + "_memory, 0, " + own + "_size + GUARD}")
                .orElse("memory_of(innermost(" + name + "))");
    }

    /** The name of the scripted exporter whose memory it is. */
    static Optional<String> innermost(Exporter exporter, String name) {
        Exporter innermost = exporter;
        int depth = 0;
        for (Exporter inner = CProgram.inside(exporter); inner != null; inner = CProgram.inside(inner)) {
            innermost = inner;
            depth++;
        }
        return innermost instanceof Scripted ? Optional.of(depth == 0 ? name : name + "_" + depth) : Optional.empty();
    }
}
