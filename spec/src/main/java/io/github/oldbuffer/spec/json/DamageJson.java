package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.transcript.Damage;

/**
 * The first byte that a call changed, as the field {@code damage}; left out where it changed none.
 *
 * <p>The field was once a number, -1 for none: it is read as one from the object's first item on.
 */
final class DamageJson {

    private static final String FIELD = "damage";
    private static final long NONE = -1;

    private DamageJson() {}

    static void write(ObjectNode event, Damage damage) {
        if (damage != null) {
            ObjectNode node = event.putObject(FIELD);
            if (damage.offset() != null) {
                node.put("offset", damage.offset());
            }
            node.put("fromFirst", damage.fromFirst());
        }
    }

    static Damage read(Fields event) throws JsonException {
        return event.get(FIELD, DamageJson::read, null);
    }

    private static Damage read(Value value) throws JsonException {
        if (value.node().isNumber()) {
            long number = value.whole(NONE, Long.MAX_VALUE);
            return number == NONE ? null : Damage.seen(number);
        }
        Fields fields = value.fields();
        Damage damage = new Damage(
                fields.get("offset", Value::whole, null),
                fields.get("fromFirst").whole());
        fields.end();
        return damage;
    }
}
