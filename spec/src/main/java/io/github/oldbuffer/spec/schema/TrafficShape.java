package io.github.oldbuffer.spec.schema;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Many;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Word;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;

/** What exporters that record saw; left out of JSON where they saw nothing. */
final class TrafficShape {

    private static final int BYTES_EACH = 7;

    private static final Record<Traffic> ENTRY = Record.of(
            Traffic::new,
            Field.of("object", Traffic::object, Small.of(Width.U8, 0, Scenario.MAX_NAME, "object of the traffic")),
            Field.of("depth", Traffic::depth, Small.of(Width.U8, 0, Limits.TRAFFIC_DEPTH, "depth of the traffic"))
                    .or(0),
            Field.of("saw", Traffic::kind, Word.of(Traffic.Kind.values(), "kind of traffic")),
            Field.of("flags", Traffic::flags, Small.any("flags")).or(0));

    static final Many<Traffic> TRAFFIC = new Many<>(ENTRY, Limits.TRAFFIC, Width.U8, BYTES_EACH, "amount of traffic");

    private TrafficShape() {}

    static <T> Field<T, List<Traffic>> field(java.util.function.Function<T, List<Traffic>> getter) {
        return Field.of("traffic", getter, TRAFFIC).or(List.of());
    }
}
