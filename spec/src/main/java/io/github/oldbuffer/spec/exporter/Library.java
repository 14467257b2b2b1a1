package io.github.oldbuffer.spec.exporter;

import java.util.List;

/**
 * An object of a type of Python's libraries, over memory of its own.
 *
 * @param items how many items, not bytes
 * @param seed of the contents, 0 to 250
 */
public record Library(LibraryType type, long items, int seed) implements MadeOfBytes {

    @Override
    public long length() {
        return items * type.itemsize();
    }

    @Override
    public int itemsize() {
        return type.itemsize();
    }

    @Override
    public String format() {
        return type.format();
    }

    @Override
    public List<Long> shape() {
        return List.of(items);
    }

    @Override
    public String words() {
        return type.word() + "(" + (items == 1 ? "1 item" : items + " items") + ", seed " + seed + ")";
    }

    @Override
    public String expression(String data) {
        return "(lambda kind, data: " + type.objectExpression() + ")(" + type.typeExpression() + ", " + data + ")";
    }

    @Override
    public String problem() {
        return items >= type.leastItems() ? null : "a " + type.word() + " has at least " + type.leastItems() + " items";
    }

    @Override
    public boolean readonly() {
        return type.readonly();
    }

    @Override
    public boolean ofC() {
        return type.ofC();
    }

    @Override
    public boolean released() {
        return type.released();
    }

    @Override
    public boolean resized() {
        return type.resized();
    }
}
