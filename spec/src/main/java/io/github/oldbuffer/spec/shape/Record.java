package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A value of several fields: a JSON object, and the bytes of one field behind those of the other. */
public final class Record<T> implements Shape<T> {

    private final Function<Given<T>, T> make;
    /** In the order in which JSON is read. */
    private final Field<T, ?>[] fields;
    /** In the order in which JSON is written. */
    private final Field<T, ?>[] written;
    /** In the order of the packed form. */
    private final Field<T, ?>[] packed;
    /** Takes all fields off the packed form at once; {@code null} where they are taken one by one. */
    private final Unpacked<T> quick;
    /** In the order in which choices tell them. */
    private final Field<T, ?>[] told;
    /** What becomes of a value that choices tell. */
    private final UnaryOperator<T> mended;
    /** How many fields there are anywhere. */
    private final int places;

    private Record(
            Function<Given<T>, T> make,
            Field<T, ?>[] fields,
            Field<T, ?>[] written,
            Field<T, ?>[] packed,
            Unpacked<T> quick,
            Field<T, ?>[] told,
            UnaryOperator<T> mended) {
        this.make = make;
        this.fields = fields;
        this.written = written;
        this.packed = packed;
        this.quick = quick;
        this.told = told;
        this.mended = mended;
        int place = 0;
        for (Field<T, ?> field : fields) {
            field.place(place++);
        }
        for (Field<T, ?> field : told) {
            if (!field.placed()) {
                field.place(place++);
            }
        }
        places = place;
    }

    /** A value with these fields. */
    @SafeVarargs
    public static <T> Record<T> of(Function<Given<T>, T> make, Field<T, ?>... fields) {
        return new Record<>(make, fields, fields, fields, null, fields, UnaryOperator.identity());
    }

    /** Values without fields, all of which are the same. */
    @SuppressWarnings("unchecked")
    public static <T> Record<T> constant(T value) {
        return of(none -> value, new Field[0]);
    }

    public static <A, T> Record<T> one(Function<A, T> make, Field<T, A> a) {
        // nothing stands before the one field, so that nothing need be kept for it
        return of((Given<T> given) -> make.apply(given.get(a)), a).unpacking(in -> make.apply(a.unpack(in, null)));
    }

    public static <A, B, T> Record<T> of(BiFunction<A, B, T> make, Field<T, A> a, Field<T, B> b) {
        return of(given -> make.apply(given.get(a), given.get(b)), a, b);
    }

    public static <A, B, C, T> Record<T> of(Three<A, B, C, T> make, Field<T, A> a, Field<T, B> b, Field<T, C> c) {
        return of(given -> make.of(given.get(a), given.get(b), given.get(c)), a, b, c);
    }

    public static <A, B, C, D, T> Record<T> of(
            Four<A, B, C, D, T> make, Field<T, A> a, Field<T, B> b, Field<T, C> c, Field<T, D> d) {
        return of(given -> make.of(given.get(a), given.get(b), given.get(c), given.get(d)), a, b, c, d);
    }

    /** Makes a value of three fields. */
    @FunctionalInterface
    public interface Three<A, B, C, T> {
        T of(A a, B b, C c);
    }

    /** Makes a value of four fields. */
    @FunctionalInterface
    public interface Four<A, B, C, D, T> {
        T of(A a, B b, C c, D d);
    }

    /** The same with another order in the packed form, which may do without some. */
    @SafeVarargs
    public final Record<T> packing(Field<T, ?>... order) {
        return new Record<>(make, fields, written, order, null, told, mended);
    }

    /**
     * The same, with code that reads all fields of the packed form at once: for the one record that is most of a batch.
     * It says nothing new; that it reads what {@link #pack} writes is for tests to hold.
     */
    public Record<T> unpacking(Unpacked<T> all) {
        return new Record<>(make, fields, written, packed, all, told, mended);
    }

    /** Reads a value off the packed form. */
    @FunctionalInterface
    public interface Unpacked<T> {
        T read(Reader in) throws MalformedException;
    }

    /** The same with another order in JSON that is written; what is read may have any. */
    @SafeVarargs
    public final Record<T> writing(Field<T, ?>... order) {
        return new Record<>(make, fields, order, packed, quick, told, mended);
    }

    /** The same with another order of choices, among which there may be some that are about no field of the written forms. */
    @SafeVarargs
    public final Record<T> telling(Field<T, ?>... order) {
        return new Record<>(make, fields, written, packed, quick, order, mended);
    }

    /** The same, where choices may tell what makes no sense. */
    public Record<T> mending(UnaryOperator<T> mended) {
        return new Record<>(make, fields, written, packed, quick, told, mended);
    }

    @Override
    public T code(Coder coder, T like) {
        Given.Read<T> given = new Given.Read<>(places);
        for (Field<T, ?> field : told) {
            given.set(field.place(), field.code(coder, like, given));
        }
        return mended.apply(make.apply(given));
    }

    @Override
    public void pack(Writer out, T value) {
        for (Field<T, ?> field : packed) {
            field.pack(out, value);
        }
    }

    /** Packs what is known to be a value of this record. */
    @SuppressWarnings("unchecked")
    void packAny(Writer out, Object value) {
        pack(out, (T) value);
    }

    @Override
    public T unpack(Reader in) throws MalformedException {
        if (quick != null) {
            return quick.read(in);
        }
        Given.Read<T> given = new Given.Read<>(fields.length);
        for (Field<T, ?> field : packed) {
            given.set(field.place(), field.unpack(in, given));
        }
        return make.apply(given);
    }

    @Override
    public JsonNode json(T value) {
        return json(JSON.objectNode(), value);
    }

    @Override
    public T parse(Value value) throws JsonException {
        Fields found = value.fields();
        T read = parse(found);
        found.end();
        return read;
    }

    ObjectNode json(ObjectNode node, T value) {
        for (Field<T, ?> field : written) {
            field.json(node, value);
        }
        return node;
    }

    T parse(Fields found) throws JsonException {
        Given.Read<T> given = new Given.Read<>(fields.length);
        for (int i = 0; i < fields.length; i++) {
            given.set(i, fields[i].parse(found, given));
        }
        return make.apply(given);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        addTo(properties, required, definitions);
        return schema.put("additionalProperties", false);
    }

    void addTo(ObjectNode properties, ArrayNode required, Definitions definitions) {
        for (Field<T, ?> field : written) {
            properties.set(field.name(), field.schema(definitions));
            if (field.required()) {
                required.add(field.name());
            }
        }
    }

    /** Its name alone: {@link #bytes()} tells its fields. */
    @Override
    public String bytes(String name) {
        return name;
    }

    /** The bytes of every field. */
    public String bytes() {
        StringJoiner all = new StringJoiner(", ");
        for (Field<T, ?> field : packed) {
            all.add(field.bytes());
        }
        return all.toString();
    }

    /** With one field simpler: each first with the others as simple as can be, and then with the others as they are. */
    @Override
    public Stream<T> simpler(T value) {
        Given.Read<T> plainest = all(value);
        for (Field<T, ?> field : fields) {
            plainest.set(field.place(), field.plainest(value));
        }
        return Stream.concat(
                Stream.concat(Stream.of(make.apply(plainest)), simpler(value, plainest)), simpler(value, all(value)));
    }

    private Stream<T> simpler(T value, Given.Read<T> others) {
        return Arrays.stream(fields)
                .flatMap(field -> field.simpler(value).map(simpler -> {
                    Given.Read<T> changed = others.copy();
                    changed.set(field.place(), simpler);
                    return make.apply(changed);
                }));
    }

    @Override
    public long size(T value) {
        long size = 0;
        for (Field<T, ?> field : fields) {
            size += field.size(value);
        }
        return size;
    }

    /** The value with other numbers of what it names. */
    T renamed(T value, Renaming names) {
        Given.Read<T> all = all(value);
        for (Field<T, ?> field : fields) {
            if (field.shape() instanceof Name name) {
                all.set(field.place(), names.number(name.of(), (Integer) field.of(value)));
            }
        }
        return make.apply(all);
    }

    /** Gives another number to what has one. */
    @FunctionalInterface
    public interface Renaming {
        int number(Name.Of of, int number);
    }

    private Given.Read<T> all(T value) {
        Given.Read<T> all = new Given.Read<>(places);
        for (Field<T, ?> field : fields) {
            all.set(field.place(), field.of(value));
        }
        return all;
    }
}
