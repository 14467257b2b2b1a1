package io.github.oldbuffer.spec.exporter;

/** An object that offers no memory: no function of the old buffer protocol may succeed on it. */
public record NonBuffer(Kind kindOfObject) implements Exporter {

    /** Which object: {@code "text"}, {@code 7}, {@code None}, {@code object()}, {@code [1]}, and so on. */
    public enum Kind {
        STR,
        INT,
        NONE,
        OBJECT,
        LIST,
        TUPLE,
        DICT,
        FLOAT,
        TYPE
    }
}
