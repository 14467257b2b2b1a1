package io.github.oldbuffer.spec.schema;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.shape.Choice;
import io.github.oldbuffer.spec.shape.Choice.Case;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Flag;
import io.github.oldbuffer.spec.shape.Many;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Text;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Told;
import java.util.List;

/** What Python says of an object's memory. */
final class ToldShape {

    static final Choice<Told> TOLD = Choice.of(
            "memory",
            "memory",
            Case.of(Told.Memory.SOME.name(), Told.Memory.SOME.ordinal(), Told.class, some())
                    .when(told -> told.memory() == Told.Memory.SOME),
            without(Told.NONE),
            without(Told.UNKNOWN));

    private ToldShape() {}

    private static Case<Told> without(Told told) {
        return Case.of(told.memory().name(), told.memory().ordinal(), Told.class, Record.constant(told))
                .when(each -> each.memory() == told.memory());
    }

    private static Record<Told> some() {
        Field<Told, Boolean> readonly = Field.of("readonly", Told::readonly, new Flag("flag readonly"));
        Field<Told, Integer> itemsize =
                Field.of("itemsize", Told::itemsize, Small.of(Width.I32, 0, Integer.MAX_VALUE, "itemsize"));
        Field<Told, String> format = Field.of("format", Told::format, new Text(Limits.TYPE_NAME, "format"));
        Field<Told, List<Long>> shape = Field.of(
                "shape",
                Told::shape,
                Many.of(new Whole(0, Long.MAX_VALUE, "extent"), Told.DIMENSIONS, "number of dimensions"));
        Field<Told, List<Long>> strides = Field.of(
                        "strides", Told::strides, (Shape<List<Long>>) new StridesShape(-1, Told.DIMENSIONS, false))
                .as(given -> new StridesShape(given.get(shape).size(), Told.DIMENSIONS, false));
        Field<Told, Boolean> indirect = Field.of("indirect", Told::indirect, new Flag("flag indirect"));
        Field<Told, Sample> sample = SampleShape.field(Told::sample);
        return Record.of(
                        given -> new Told(
                                Told.Memory.SOME,
                                given.get(readonly),
                                given.get(itemsize),
                                given.get(format),
                                given.get(shape),
                                given.get(strides),
                                given.get(indirect),
                                given.get(sample)),
                        shape,
                        strides,
                        readonly,
                        itemsize,
                        format,
                        indirect,
                        sample)
                .writing(readonly, itemsize, format, shape, strides, indirect, sample)
                .packing(readonly, itemsize, format, shape, strides, indirect, sample);
    }
}
