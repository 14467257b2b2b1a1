package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;

/** The traffic of an event in the packed form. */
final class TrafficForm {

    private static final int BYTES_EACH = 7;

    private static final Traffic.Kind[] KINDS = Traffic.Kind.values();

    private TrafficForm() {}

    static void write(Writer out, List<Traffic> traffic) {
        out.u8(traffic.size(), 0, Limits.TRAFFIC, "amount of traffic");
        for (Traffic entry : traffic) {
            out.u8(entry.object(), 0, Scenario.MAX_NAME, "object of the traffic");
            out.u8(entry.depth(), 0, Limits.TRAFFIC_DEPTH, "depth of the traffic");
            out.oneOf(entry.kind());
            out.i32(entry.flags());
        }
    }

    static List<Traffic> read(Reader in) throws MalformedException {
        int count = in.u8("amount of traffic");
        if (count == 0) {
            return List.of();
        }
        Traffic[] traffic = new Traffic[in.backed(count, BYTES_EACH, "amount of traffic")];
        for (int i = 0; i < traffic.length; i++) {
            traffic[i] = new Traffic(
                    in.u8(0, Scenario.MAX_NAME, "object of the traffic"),
                    in.u8("depth of the traffic"),
                    in.oneOf(KINDS, "kind of traffic"),
                    in.i32("flags"));
        }
        return List.of(traffic);
    }
}
