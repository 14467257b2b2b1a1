package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The parts of a JSON Schema that have a name, because they stand in several places or inside themselves. */
public final class Definitions {

    private final Map<String, ObjectNode> named = new LinkedHashMap<>();

    /** A reference to a part, which is made where it is the first. */
    public ObjectNode reference(String name, Supplier<ObjectNode> schema) {
        if (!named.containsKey(name)) {
            named.put(name, null);
            named.put(name, schema.get());
        }
        return Shape.JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** Every part, by its name. */
    public ObjectNode all() {
        ObjectNode all = Shape.JSON.objectNode();
        named.forEach(all::set);
        return all;
    }
}
