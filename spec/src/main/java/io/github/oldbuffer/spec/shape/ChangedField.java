package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Writer;
import java.util.Objects;
import java.util.stream.Stream;

/** A field like another one, but for what a class derived from this one overrides. */
class ChangedField<T, V> extends Field<T, V> {

    private final Field<T, V> field;

    ChangedField(Field<T, V> field) {
        super(field.name(), field.getter(), field.shape(), field.otherwise(), field.leftOut());
        this.field = field;
    }

    @Override
    void pack(Writer out, T owner) {
        field.pack(out, owner);
    }

    @Override
    V unpack(Reader in, Given<T> before) throws MalformedException {
        return field.unpack(in, before);
    }

    @Override
    void json(ObjectNode node, T owner) {
        field.json(node, owner);
    }

    @Override
    V parse(Fields fields, Given<T> before) throws JsonException {
        return field.parse(fields, before);
    }

    @Override
    V code(Coder coder, T like, Given<T> before) {
        return field.code(coder, like, before);
    }

    @Override
    Stream<V> simpler(T owner) {
        return field.simpler(owner);
    }

    @Override
    V plainest(T owner) {
        return field.plainest(owner);
    }

    @Override
    long size(T owner) {
        return field.size(owner);
    }

    /** A field of which one value is the simplest, and any other as good as the rest. */
    static final class Plain<T, V> extends ChangedField<T, V> {

        private final V simplest;

        Plain(Field<T, V> field, V simplest) {
            super(field);
            this.simplest = simplest;
        }

        @Override
        Stream<V> simpler(T owner) {
            return size(owner) == 0 ? Stream.empty() : Stream.of(simplest);
        }

        @Override
        V plainest(T owner) {
            return simplest;
        }

        @Override
        long size(T owner) {
            return Objects.equals(of(owner), simplest) ? 0 : 1;
        }
    }

    /** A field that stays as it is, whatever is made simpler. */
    static final class Kept<T, V> extends ChangedField<T, V> {

        Kept(Field<T, V> field) {
            super(field);
        }

        @Override
        Stream<V> simpler(T owner) {
            return Stream.empty();
        }

        @Override
        V plainest(T owner) {
            return of(owner);
        }

        @Override
        long size(T owner) {
            return 0;
        }
    }
}
