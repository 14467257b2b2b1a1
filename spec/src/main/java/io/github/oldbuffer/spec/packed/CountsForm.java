package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import java.util.List;

/** The reference counts of other objects in the packed form. */
final class CountsForm {

    private static final int BYTES_EACH = 6;

    private CountsForm() {}

    static void write(Writer out, Counts counts) {
        out.flag(counts.restTold());
        out.u16(counts.listed().size(), Limits.COUNTS, "amount of counts");
        for (Count count : counts.listed()) {
            out.u8(count.object(), 0, Scenario.MAX_NAME, "object of the count");
            out.u8(count.depth(), 0, Limits.TRAFFIC_DEPTH, "depth of the count");
            out.i32(count.change());
        }
    }

    static Counts read(Reader in) throws MalformedException {
        boolean restTold = in.flag("flag of the counts not listed");
        int amount = in.u16(Limits.COUNTS, "amount of counts");
        if (amount == 0) {
            return restTold ? Counts.UNCHANGED : Counts.UNCOUNTED;
        }
        Count[] listed = new Count[in.backed(amount, BYTES_EACH, "amount of counts")];
        for (int i = 0; i < listed.length; i++) {
            listed[i] = new Count(
                    in.u8(0, Scenario.MAX_NAME, "object of the count"),
                    in.u8("depth of the count"),
                    in.i32("change of the count"));
        }
        return new Counts(List.of(listed), restTold);
    }
}
