package io.github.oldbuffer.suite.known;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A JSON object that remembers which fields were asked for, so that {@link #end} can refuse the others. */
final class StrictObject {

    private final JsonNode object;
    private final String place;
    private final Set<String> asked = new LinkedHashSet<>();

    StrictObject(JsonNode object, String place) throws KnownDeviationsException {
        if (!object.isObject()) {
            throw new KnownDeviationsException(place + ": expected an object");
        }
        this.object = object;
        this.place = place;
    }

    JsonNode get(String name) throws KnownDeviationsException {
        asked.add(name);
        JsonNode value = object.get(name);
        if (value == null) {
            throw new KnownDeviationsException(place + ": the field " + name + " is missing");
        }
        return value;
    }

    /** Text that is not blank. */
    String text(String name) throws KnownDeviationsException {
        JsonNode value = get(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new KnownDeviationsException(place + ": the field " + name + " has to be text");
        }
        return value.textValue();
    }

    /** Text, perhaps blank, or nothing where the field is missing. */
    Optional<String> optionalText(String name) throws KnownDeviationsException {
        asked.add(name);
        JsonNode value = object.get(name);
        if (value != null && !value.isTextual()) {
            throw new KnownDeviationsException(place + ": the field " + name + " has to be text");
        }
        return Optional.ofNullable(value).map(JsonNode::textValue);
    }

    void end() throws KnownDeviationsException {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!asked.contains(name)) {
                throw new KnownDeviationsException(place + ": there is no field called \"" + name
                        + "\", expected one of " + String.join(", ", asked));
            }
        }
    }
}
