package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Words;
import io.github.oldbuffer.spec.form.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A value of one of several kinds: JSON tells the kind by a word in a field, the packed form by a number in front. */
public final class Choice<T> implements Shape<T> {

    private final String field;
    private final String what;
    private final Case<? extends T>[] inJson;
    private final Words<Case<? extends T>> words;
    private final Case<? extends T>[] inPacked;
    private final Case<? extends T>[] byTag;
    private final int least;

    /**
     * One kind.
     *
     * @param word in JSON; {@code null} for what is a kind of the packed form only
     * @param tag in the packed form; {@link #NO_TAG} for what is a kind of JSON only
     * @param type a final class
     * @param when which values of the type; {@code null} for all
     */
    public record Case<S>(String word, int tag, Class<S> type, Predicate<S> when, Record<S> record) {

        static final int NO_TAG = -1;

        public static <S> Case<S> of(String word, int tag, Class<S> type, Record<S> record) {
            return new Case<>(word, tag, type, null, record);
        }

        /** A kind of JSON that the packed form tells otherwise. */
        public static <S> Case<S> inJson(String word, Class<S> type, Record<S> record) {
            return new Case<>(word, NO_TAG, type, null, record);
        }

        /** A kind of the packed form that JSON tells otherwise. */
        public static <S> Case<S> inPacked(int tag, Class<S> type, Record<S> record) {
            return new Case<>(null, tag, type, null, record);
        }

        /** This kind for some values of the type only. */
        public Case<S> when(Predicate<S> some) {
            return new Case<>(word, tag, type, some, record);
        }

        private boolean holds(Object value) {
            return type == value.getClass() && (when == null || when.test(type.cast(value)));
        }

        private void pack(Writer out, Object value) {
            out.u8(tag);
            record.packAny(out, value);
        }

        private JsonNode json(String field, Object value) {
            return record.json(JSON.objectNode().put(field, word), type.cast(value));
        }
    }

    /**
     * A choice.
     *
     * @param field in JSON, whose word tells the kind
     * @param what the number of the packed form is called in messages
     * @param cases their tags follow one another
     */
    @SafeVarargs
    public static <T> Choice<T> of(String field, String what, Case<? extends T>... cases) {
        return new Choice<>(field, what, List.of(cases));
    }

    @SuppressWarnings("unchecked")
    public Choice(String field, String what, List<Case<? extends T>> cases) {
        this.field = field;
        this.what = what;
        // loops, since every start of a command comes along here
        List<Case<? extends T>> withWords = new ArrayList<>();
        List<Case<? extends T>> withTags = new ArrayList<>();
        for (Case<? extends T> each : cases) {
            if (each.word() != null) {
                withWords.add(each);
            }
            if (each.tag() != Case.NO_TAG) {
                withTags.add(each);
            }
        }
        inJson = withWords.toArray(new Case[0]);
        words = new Words<>(withWords, Case::word);
        inPacked = withTags.toArray(new Case[0]);
        byTag = inPacked.clone();
        Arrays.sort(byTag, Comparator.comparingInt(Case::tag));
        least = byTag.length == 0 ? 0 : byTag[0].tag();
        for (int i = 0; i < byTag.length; i++) {
            if (byTag[i].tag() != least + i) {
                throw new IllegalArgumentException("the tags of the " + what + " do not follow one another");
            }
        }
    }

    @Override
    public void pack(Writer out, T value) {
        of(inPacked, value).pack(out, value);
    }

    @Override
    public T unpack(Reader in) throws MalformedException {
        return byTag[in.u8(least, least + byTag.length - 1, what) - least]
                .record()
                .unpack(in);
    }

    @Override
    public JsonNode json(T value) {
        return of(inJson, value).json(field, value);
    }

    @Override
    public T parse(Value value) throws JsonException {
        Fields fields = value.fields();
        T read = fields.get(field).oneOf(words).record().parse(fields);
        fields.end();
        return read;
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode kinds = schema.putArray("oneOf");
        for (Case<?> each : inJson) {
            ObjectNode kind = kinds.addObject().put("type", "object");
            ObjectNode properties = kind.putObject("properties");
            properties.putObject(field).put("const", each.word());
            ArrayNode required = kind.putArray("required").add(field);
            each.record().addTo(properties, required, definitions);
            kind.put("additionalProperties", false);
        }
        return schema;
    }

    /** The bytes behind the number of each kind, and the name of the type, by that number. */
    public Map<Integer, String> rows() {
        Map<Integer, String> rows = new TreeMap<>();
        for (Case<?> each : byTag) {
            rows.put(each.tag(), each.record().bytes());
        }
        return rows;
    }

    @Override
    public String bytes(String name) {
        return name;
    }

    private Case<? extends T> of(Case<? extends T>[] cases, T value) {
        for (Case<? extends T> each : cases) {
            if (each.holds(value)) {
                return each;
            }
        }
        throw new IllegalArgumentException("there is no " + what + " for " + value);
    }
}
