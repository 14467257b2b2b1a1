package io.github.oldbuffer.spec.consumer;

import java.util.ArrayList;
import java.util.List;

/**
 * A lawful exporter of the kit's own, whose memory lies between unreadable pages and notes what is done with it.
 *
 * @param layout {@code contiguous}, {@code strided}, {@code reversed}, {@code fortran} or {@code indirect}
 * @param format of an item, a letter of the module struct
 * @param dimensions 1, or 2 for two rows
 * @param readonly whether writing is refused, and caught
 * @param place {@code end} where the memory ends with a page, {@code begin} where it begins with one
 * @param nullAddress whether memory of no bytes is at NULL
 * @param wiped whether a view's fields are wiped when it is released
 * @param redirected whether the views are those of another object
 * @param error the exception type that answers every request, or {@code null}
 * @param ownerless whether the views name no owner, as an exporter's must not: in old witnesses; {@code null} for no
 */
public record ScriptedMemory(
        String layout,
        String format,
        int dimensions,
        boolean readonly,
        String place,

        @com.fasterxml.jackson.annotation.JsonProperty("null")
        boolean nullAddress,

        boolean wiped,
        boolean redirected,
        String error,

        @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
        Boolean ownerless) {

    /** Bytes in one segment, read-only, whose memory ends with a page. */
    public static final ScriptedMemory PLAIN =
            new ScriptedMemory("contiguous", "B", 1, true, "end", false, false, false, null, null);

    public ScriptedMemory withLayout(String other) {
        int rows = other.equals("fortran") || other.equals("indirect") ? 2 : 1;
        return new ScriptedMemory(
                other, format, rows, readonly, place, nullAddress, wiped, redirected, error, ownerless);
    }

    public ScriptedMemory withItems(String letter, int rows) {
        return new ScriptedMemory(
                layout, letter, rows, readonly, place, nullAddress, wiped, redirected, error, ownerless);
    }

    public ScriptedMemory writable() {
        return new ScriptedMemory(
                layout, format, dimensions, false, place, nullAddress, wiped, redirected, error, ownerless);
    }

    public ScriptedMemory atBeginning() {
        return new ScriptedMemory(
                layout, format, dimensions, readonly, "begin", nullAddress, wiped, redirected, error, ownerless);
    }

    public ScriptedMemory atNull() {
        return new ScriptedMemory(
                layout, format, dimensions, readonly, place, true, wiped, redirected, error, ownerless);
    }

    public ScriptedMemory wiping() {
        return new ScriptedMemory(
                layout, format, dimensions, readonly, place, nullAddress, true, redirected, error, ownerless);
    }

    public ScriptedMemory redirecting() {
        return new ScriptedMemory(
                layout, format, dimensions, readonly, place, nullAddress, wiped, true, error, ownerless);
    }

    public ScriptedMemory failing(String type) {
        return new ScriptedMemory(
                layout, format, dimensions, readonly, place, nullAddress, wiped, redirected, type, ownerless);
    }

    /** Whether its views name their owner. */
    public boolean owned() {
        return ownerless == null || !ownerless;
    }

    /** What it offers, as far as clauses tell. */
    public Nature nature() {
        if (error != null) {
            return Nature.REFUSING;
        } else if (nullAddress) {
            return Nature.NULL;
        } else if (!layout.equals("contiguous")) {
            return Nature.SCATTERED;
        }
        return format.equals("B") && dimensions == 1 ? Nature.PLAIN : Nature.ITEMS;
    }

    /** What it is, for people. */
    String words() {
        List<String> words = new ArrayList<>();
        words.add(readonly ? "read-only" : "writable");
        if (!layout.equals("contiguous")) {
            words.add(layout);
        }
        if (dimensions == 2) {
            words.add("in two rows");
        }
        if (!format.equals("B")) {
            words.add("of items " + format);
        }
        if (nullAddress) {
            words.add("at NULL");
        }
        if (wiped) {
            words.add("whose views are wiped on release");
        }
        if (redirected) {
            words.add("that another object owns");
        }
        if (!owned()) {
            words.add("whose views name no owner");
        }
        if (error != null) {
            words.add("that refuses with " + error);
        }
        return String.join(", ", words);
    }
}
