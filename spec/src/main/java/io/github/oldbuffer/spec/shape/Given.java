package io.github.oldbuffer.spec.shape;

/** The fields of a record that are known already: of all of them where it is written, of those before where it is read. */
public interface Given<T> {

    <V> V get(Field<T, V> field);

    /** The fields of a value. */
    static <T> Given<T> of(T value) {
        return new Of<>(value);
    }

    /** The fields of a value. */
    record Of<T>(T value) implements Given<T> {
        @Override
        public <V> V get(Field<T, V> field) {
            return field.of(value);
        }
    }

    /** The fields that were read so far, each at its place. */
    final class Read<T> implements Given<T> {

        private final Object[] values;

        Read(int fields) {
            values = new Object[fields];
        }

        Read<T> copy() {
            Read<T> copy = new Read<>(values.length);
            System.arraycopy(values, 0, copy.values, 0, values.length);
            return copy;
        }

        void set(int place, Object value) {
            values[place] = value;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <V> V get(Field<T, V> field) {
            return (V) values[field.place()];
        }
    }
}
