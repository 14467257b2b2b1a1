package io.github.oldbuffer.spec.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The fields of a JSON object; it remembers which were asked for, so that {@link #end} can refuse the others. */
public final class Fields {

    private final JsonNode object;
    private final Path path;
    private final int depth;
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(JsonNode object, Path path, int depth) {
        this.object = object;
        this.path = path;
        this.depth = depth;
    }

    /** A field, missing or not. */
    public Value get(String name) {
        asked.add(name);
        return new Value(object.get(name), path.field(name), depth);
    }

    /** Refuses fields that nobody asked for. */
    public void end() throws JsonException {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!asked.contains(name)) {
                throw new JsonException(
                        path.field(name).toString(), "unknown field, expected one of " + String.join(", ", asked));
            }
        }
    }
}
