package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One field of a record: its name in JSON, where a value has it, and its shape.
 *
 * @param <T> the record
 * @param <V> the field's values
 */
public class Field<T, V> {

    private static final int NOWHERE = -1;

    private final String name;
    private final Function<T, V> getter;
    private final Shape<V> shape;
    /** What stands for a field that JSON leaves out; {@code null} where it may not. */
    private final Function<Given<T>, V> otherwise;
    /** Which values JSON leaves the field out for. */
    private final Predicate<T> leftOut;

    /** Where it stands among the fields of its record, which sets it once. */
    private int place = NOWHERE;

    Field(String name, Function<T, V> getter, Shape<V> shape, Function<Given<T>, V> otherwise, Predicate<T> leftOut) {
        this.name = name;
        this.getter = getter;
        this.shape = shape;
        this.otherwise = otherwise;
        this.leftOut = leftOut;
    }

    /** A field that is always there. */
    public static <T, V> Field<T, V> of(String name, Function<T, V> getter, Shape<V> shape) {
        return new Field<>(name, getter, shape, null, null);
    }

    /** A field that JSON leaves out where it has a usual value. */
    public Field<T, V> or(V usual) {
        return new Field<>(name, getter, shape, given -> usual, owner -> Objects.equals(getter.apply(owner), usual));
    }

    /** A field that JSON leaves out where it has the value that others give it. */
    public Field<T, V> orElse(Function<Given<T>, V> usual) {
        return new Field<>(
                name, getter, shape, usual, owner -> Objects.equals(getter.apply(owner), usual.apply(Given.of(owner))));
    }

    /** A field that may be left out, as {@link #or}, but is only where the record says so. */
    public Field<T, V> or(V usual, Predicate<T> leftOutWhere) {
        return new Field<>(name, getter, shape, given -> usual, leftOutWhere);
    }

    /** A field whose shape others choose; what was given up to here tells the bytes and what JSON Schema can say. */
    public Field<T, V> as(Function<Given<T>, Shape<V>> choice) {
        return new Chosen<>(this, choice);
    }

    /**
     * A field that may not be {@code null} for some values.
     *
     * @param sentence what is wrong in the packed form otherwise
     */
    public Field<T, V> neededWhere(Predicate<Given<T>> needed, String sentence) {
        return new Needed<>(this, needed, sentence);
    }

    /** A field that is there exactly for some values, and {@code null} for all others. */
    public Field<T, V> onlyWhere(
            Predicate<Given<T>> there, Function<Given<T>, String> needless, Function<T, String> contradiction) {
        return new Conditional<>(this, there, needless, contradiction);
    }

    /** A field of whose values choices tell only those that make sense beside the others that were told before. */
    public Field<T, V> within(Function<Given<T>, Coded<V>> sense) {
        return new Within<>(this, sense);
    }

    /** A field of which this value is the simplest, and any other as good as the rest. */
    public Field<T, V> simplest(V value) {
        return new ChangedField.Plain<>(this, value);
    }

    /** A field without whose value the whole would not be about the same. */
    public Field<T, V> kept() {
        return new ChangedField.Kept<>(this);
    }

    /** Takes its place among the fields of the one record that it belongs to. */
    final void place(int place) {
        if (this.place != NOWHERE && this.place != place) {
            throw new IllegalStateException("the field " + name + " stands in two records");
        }
        this.place = place;
    }

    final boolean placed() {
        return place != NOWHERE;
    }

    final int place() {
        return place;
    }

    final String name() {
        return name;
    }

    final V of(T owner) {
        return getter.apply(owner);
    }

    final Shape<V> shape() {
        return shape;
    }

    final Function<Given<T>, V> otherwise() {
        return otherwise;
    }

    final Predicate<T> leftOut() {
        return leftOut;
    }

    final Function<T, V> getter() {
        return getter;
    }

    void pack(Writer out, T owner) {
        shape.pack(out, getter.apply(owner));
    }

    V unpack(Reader in, Given<T> before) throws MalformedException {
        return shape.unpack(in);
    }

    void json(ObjectNode node, T owner) {
        if (leftOut == null || !leftOut.test(owner)) {
            node.set(name, shape.json(getter.apply(owner)));
        }
    }

    V parse(Fields fields, Given<T> before) throws JsonException {
        Value value = fields.get(name);
        return value.missing() && otherwise != null ? otherwise.apply(before) : shape.parse(value);
    }

    V code(Coder coder, T like, Given<T> before) {
        return shape.code(coder, like == null ? null : of(like));
    }

    Stream<V> simpler(T owner) {
        return shape.simpler(of(owner));
    }

    V plainest(T owner) {
        return shape.simplest(of(owner));
    }

    long size(T owner) {
        return shape.size(of(owner));
    }

    boolean required() {
        return otherwise == null;
    }

    ObjectNode schema(Definitions definitions) {
        return shape.schema(definitions);
    }

    String bytes() {
        return shape.bytes(name);
    }
}
