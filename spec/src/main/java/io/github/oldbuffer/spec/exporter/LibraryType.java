package io.github.oldbuffer.spec.exporter;

/**
 * Types of Python's libraries whose objects are one writable segment of bytes that the kit lays down.
 *
 * <p>A kind of exporter each; {@code born_source.c} has the same expressions, in the same order.
 */
public enum LibraryType {
    /** Hands out what the object that it was made of does. */
    PICKLE_BUFFER(
            "pickle-buffer",
            "pickle.PickleBuffer of a bytearray: one writable segment",
            1,
            0,
            "B",
            "__import__('pickle').PickleBuffer",
            "kind(bytearray(data))");

    private final String word;
    private final String sentence;
    private final int itemsize;
    private final int leastItems;
    private final String format;
    private final String type;
    private final String object;

    /**
     * @param type the expression of the type
     * @param object the expression of an object, of {@code kind}, the type, and {@code data}, its bytes
     */
    LibraryType(String word, String sentence, int itemsize, int leastItems, String format, String type, String object) {
        this.word = word;
        this.sentence = sentence;
        this.itemsize = itemsize;
        this.leastItems = leastItems;
        this.format = format;
        this.type = type;
        this.object = object;
    }

    /** The word that JSON and reports use. */
    public String word() {
        return word;
    }

    /** What it is, in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** Bytes of an item. */
    public int itemsize() {
        return itemsize;
    }

    /** How few items there may be. */
    public int leastItems() {
        return leastItems;
    }

    /** In the syntax of the struct module, more or less: nothing hangs on the insides of structures. */
    public String format() {
        return format;
    }

    /** The expression of the type, in Python. */
    public String typeExpression() {
        return type;
    }

    /** The expression of an object in Python, in which {@code kind} is the type and {@code data} its bytes. */
    public String objectExpression() {
        return object;
    }
}
