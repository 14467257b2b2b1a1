package io.github.oldbuffer.spec.schema;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step.Resize;
import io.github.oldbuffer.spec.scenario.Way;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Name;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.shape.Word;

/** What steps, and steps inside steps, have in common. */
final class StepFields {

    static final Word<Function> FUNCTION = Word.of(Function.values(), "function");
    static final Word<Way> WAY = Word.of(Way.values(), Way::word, "way");
    static final Whole LENGTH = new Whole(0, Limits.LENGTH, "length");

    private StepFields() {}

    /** An object that there is. */
    static <T> Field<T, Integer> object(java.util.function.Function<T, Integer> getter) {
        return object("object", getter);
    }

    static <T> Field<T, Integer> object(String name, java.util.function.Function<T, Integer> getter) {
        return Field.of(name, getter, number(Name.Of.OBJECT, "object"))
                .within(given -> (coder, like) -> coder.object(like == null ? 0 : like));
    }

    /** An object that there is from then on. */
    static <T> Field<T, Integer> made(java.util.function.Function<T, Integer> getter) {
        return Field.of("object", getter, number(Name.Of.OBJECT, "object"))
                .within(given -> (coder, like) -> coder.unused(like == null ? 0 : like));
    }

    static <T> Field<T, Integer> view(java.util.function.Function<T, Integer> getter) {
        return Field.of("view", getter, number(Name.Of.VIEW, "view"));
    }

    static Record<Resize> resize(Field<Resize, Way> way) {
        Field<Resize, Integer> object = object(Resize::object);
        Field<Resize, Long> length = Field.of("length", Resize::length, LENGTH).within(given -> (coder, like) -> {
            int unit = coder.unit(given.get(object));
            return unit * coder.number(0, Limits.SOLID_LENGTH / unit, like == null ? 0 : like / unit);
        });
        return Record.of(Resize::new, object, length, way);
    }

    /** The number of an object or view. */
    private static Shape<Integer> number(Name.Of of, String what) {
        return new Name(of, new Small(Width.U8, 0, Scenario.MAX_NAME, what, "number of an object or view"));
    }
}
