package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.stream.Stream;

/**
 * What values of a type look like in each written form.
 *
 * <p>Whatever {@link #pack} writes, {@link #unpack} reads as an equal value, and so do {@link #json} and {@link #parse}.
 * Parts of scenarios can be told by choices, too, as {@link Coded} has it.
 */
public interface Shape<T> extends Coded<T> {

    JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @throws IllegalArgumentException where the packed form cannot tell the value */
    void pack(Writer out, T value);

    T unpack(Reader in) throws MalformedException;

    JsonNode json(T value);

    T parse(Value value) throws JsonException;

    /** What JSON Schema says of the JSON that {@link #parse} reads. */
    ObjectNode schema(Definitions definitions);

    /** The bytes of a value called {@code name}, in the words of {@code spec/packed-form.md}. */
    String bytes(String name);

    /** @throws UnsupportedOperationException where it is a part of transcripts, which nobody chooses */
    @Override
    default T code(Coder coder, T like) {
        throw new UnsupportedOperationException("no choices tell " + bytes("this"));
    }

    /** Values that are easier to read, the simplest first; none where nothing is known of that. */
    default Stream<T> simpler(T value) {
        return Stream.empty();
    }

    /** The simplest that is as good as any other; the value itself where a simpler one may be another matter. */
    default T simplest(T value) {
        return value;
    }

    /** How much there is to read in a value; only comparisons have a meaning. */
    default long size(T value) {
        return 0;
    }
}
