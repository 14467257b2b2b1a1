package io.github.oldbuffer.spec.judge.seen;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Scripted;

/** Whom views of an object belong to. */
public final class Owner {

    private Owner() {}

    /** How deep inside the object their owner is: 0 for the object itself, more where it redirects requests. */
    public static int depth(Exporter exporter) {
        int depth = 0;
        for (Exporter each = exporter;
                each instanceof Scripted scripted && scripted.owner() == Scripted.Owner.OTHER;
                each = scripted.target()) {
            depth++;
        }
        return depth;
    }
}
