package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.spec.exporter.NonBuffer;

/** An object without memory to offer. */
public final class PlainObject extends PyObject {

    private final NonBuffer.Kind kind;

    public PlainObject(NonBuffer.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String typeName() {
        return switch (kind) {
            case STR -> "str";
            case INT -> "int";
            case NONE -> "NoneType";
            case OBJECT -> "object";
            case LIST -> "list";
            case TUPLE -> "tuple";
            case DICT -> "dict";
            case FLOAT -> "float";
            case TYPE -> "type";
        };
    }
}
