package io.github.oldbuffer.spec.form;

import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Where a value stands in a JSON document, such as {@code steps[2].exporter.length}; nothing for the whole of it.
 *
 * @param outer {@code null} for the whole document
 * @param name of a field; {@code null} for an item of a list
 * @param index of an item; -1 for a field
 */
public record Path(Path outer, String name, int index) {

    public static final Path ROOT = new Path(null, null, -1);

    private static final int LONGEST_NAME = 40;

    public Path field(String name) {
        return new Path(this, name, -1);
    }

    public Path item(int index) {
        return new Path(this, null, index);
    }

    @Override
    public String toString() {
        if (outer == null) {
            return "";
        }
        String before = outer.toString();
        if (name == null) {
            return before + "[" + index + "]";
        }
        if (!name.matches("[A-Za-z0-9_-]{1," + LONGEST_NAME + "}")) {
            return before + "[" + TextNode.valueOf(shortened()) + "]";
        }
        return before.isEmpty() ? name : before + "." + name;
    }

    private String shortened() {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }
}
