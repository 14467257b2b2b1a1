package io.github.oldbuffer.spec.schema;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Flag;
import io.github.oldbuffer.spec.shape.Many;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Text;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.List;
import java.util.function.Function;

/** The fields of a view. */
final class ViewFieldsShape {

    static final Record<ViewFields> FIELDS = fields();

    private ViewFieldsShape() {}

    private static Record<ViewFields> fields() {
        Field<ViewFields, Boolean> readonly = Field.of("readonly", ViewFields::readonly, new Flag("flag readonly"));
        Field<ViewFields, Long> itemsize = Field.of("itemsize", ViewFields::itemsize, Whole.any("itemsize"));
        Field<ViewFields, String> format = Field.of(
                        "format", ViewFields::format, new Maybe<>(new Text(Limits.TYPE_NAME, "format"), "format"))
                .or(null);
        Field<ViewFields, Integer> ndim = Field.of("ndim", ViewFields::ndim, Small.any("number of dimensions"));
        Field<ViewFields, List<Long>> shape = numbers("shape", ViewFields::shape);
        Field<ViewFields, List<Long>> strides = numbers("strides", ViewFields::strides);
        Field<ViewFields, List<Long>> suboffsets = numbers("suboffsets", ViewFields::suboffsets);
        return Record.of(
                given -> new ViewFields(
                        given.get(readonly),
                        given.get(itemsize),
                        given.get(format),
                        given.get(ndim),
                        given.get(shape),
                        given.get(strides),
                        given.get(suboffsets)),
                readonly,
                itemsize,
                format,
                ndim,
                shape,
                strides,
                suboffsets);
    }

    private static Field<ViewFields, List<Long>> numbers(String name, Function<ViewFields, List<Long>> getter) {
        return Field.of(
                        name,
                        getter,
                        new Maybe<>(Many.of(Whole.any(name), ViewFields.DIMENSIONS, "number of " + name), name))
                .or(null);
    }
}
