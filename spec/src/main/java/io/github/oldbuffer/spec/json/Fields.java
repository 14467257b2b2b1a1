package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.form.JsonException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields of a JSON object; it remembers which were asked for, so that {@link #end} can refuse the others. */
final class Fields {

    private final JsonNode object;
    private final Path path;
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(JsonNode object, Path path) {
        this.object = object;
        this.path = path;
    }

    /** A field, missing or not. */
    Value get(String name) {
        asked.add(name);
        return new Value(object.get(name), path.field(name));
    }

    /** A field, or something else where it is missing. */
    <T> T get(String name, Value.As<T> as, T otherwise) throws JsonException {
        Value value = get(name);
        return value.missing() ? otherwise : as.read(value);
    }

    long whole(String name, long least, long most, long otherwise) throws JsonException {
        Value value = get(name);
        return value.missing() ? otherwise : value.whole(least, most);
    }

    boolean flag(String name, boolean otherwise) throws JsonException {
        Value value = get(name);
        return value.missing() ? otherwise : value.flag();
    }

    <E> E oneOf(String name, Words<E> words, E otherwise) throws JsonException {
        Value value = get(name);
        return value.missing() ? otherwise : value.oneOf(words);
    }

    <T> List<T> list(String name, int most, Value.As<T> as) throws JsonException {
        Value value = get(name);
        return value.missing() ? List.of() : value.list(most, as);
    }

    <E> Set<E> set(String name, Words<E> words) throws JsonException {
        Value value = get(name);
        return value.missing() ? Set.of() : value.set(words);
    }

    /** Refuses fields that nobody asked for. */
    void end() throws JsonException {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!asked.contains(name)) {
                throw new JsonException(
                        path.field(name).toString(), "unknown field, expected one of " + String.join(", ", asked));
            }
        }
    }
}
