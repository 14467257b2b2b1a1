package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import java.util.List;
import java.util.Set;

/** Recipes for scripted exporters with one quirk, most of which break a rule, whatever their layout. */
final class Lawless {
    private static final List<Quirk> QUIRKS = List.of(Quirk.values());

    private Lawless() {}

    /** The memory of a lawful scripted exporter, offered with a quirk; with a buffer of NULL if there is no other quirk. */
    static Exporter of(Recipe lawful, Choices c) {
        Scripted laid = (Scripted) lawful.make(c);
        int which = c.below(QUIRKS.size() + 1);
        boolean nullBuffer = which == QUIRKS.size();
        Refusal refusal = c.onceIn(2) ? new Refusal(c.onceIn(2), Plain.exception(c)) : null;
        return new Scripted(
                laid.memory(),
                laid.seed(),
                laid.geometry(),
                c.onceIn(2),
                refusal,
                Scripted.Owner.SELF,
                null,
                nullBuffer,
                true,
                nullBuffer ? Set.of() : Set.of(QUIRKS.get(which)));
    }

    /** No bytes, or a single one. */
    static Exporter tiny(Choices c) {
        return Scripted.flat(c.below(2), Lengths.seed(c), false);
    }
}
