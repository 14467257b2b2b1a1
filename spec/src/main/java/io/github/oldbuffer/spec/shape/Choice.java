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
import java.util.stream.Stream;

/** A value of one of several kinds: JSON tells the kind by a word in a field, the packed form by a number in front. */
public final class Choice<T> implements Shape<T> {

    private final String field;
    private final String what;
    private final List<Case<? extends T>> cases;
    private final Case<? extends T>[] inJson;
    private final Words<Case<? extends T>> words;
    private final Case<? extends T>[] inPacked;
    private final Case<? extends T>[] byTag;
    private final int least;
    private final Case<? extends T>[] told;
    /** How many of them there were in the first versions. */
    private final int[] counts;

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

        /** A kind that choices alone tell so. */
        public static <S> Case<S> told(Class<S> type, Record<S> record) {
            return new Case<>(null, NO_TAG, type, null, record);
        }

        /** This kind for some values of the type only. */
        public Case<S> when(Predicate<S> some) {
            return new Case<>(word, tag, type, some, record);
        }

        private boolean holds(Object value) {
            return type == value.getClass() && (when == null || when.test(type.cast(value)));
        }

        /** @param like of any kind, or {@code null} */
        private S code(Coder coder, Object like) {
            return record.code(coder, like != null && holds(like) ? type.cast(like) : null);
        }

        private Stream<S> simpler(Object value) {
            return record.simpler(type.cast(value));
        }

        private long size(Object value) {
            return record.size(type.cast(value));
        }

        private S renamed(Object value, Record.Renaming names) {
            return record.renamed(type.cast(value), names);
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

    public Choice(String field, String what, List<Case<? extends T>> cases) {
        this(field, what, cases, null);
    }

    @SuppressWarnings("unchecked")
    private Choice(
            String field, String what, List<Case<? extends T>> cases, List<Case<? extends T>> told, int... counts) {
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
        words = new Words<>(withWords, Case::word);
        inJson = withWords.toArray(new Case[0]);
        this.cases = cases;
        this.counts = counts;
        this.told = told == null ? inJson : told.toArray(new Case[0]);
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

    /**
     * The same with kinds of their own for choices.
     *
     * @param told in an order that never changes; new ones are added at the end
     * @param counts how many of them there were in version 1, 2 and so on; all of them in any version that is not named
     */
    public Choice<T> telling(List<Case<? extends T>> told, int... counts) {
        return new Choice<>(field, what, cases, told, counts);
    }

    /** The kinds of JSON, in their order. */
    public Stream<Case<? extends T>> inJson() {
        return Arrays.stream(inJson);
    }

    /** The kind of JSON whose values are of a type. */
    public Case<? extends T> inJson(Class<? extends T> type) {
        return inJson().filter(each -> each.type() == type).findFirst().orElseThrow();
    }

    /** One choice of the kind, unless there is one alone, and those of the kind. */
    @Override
    public T code(Coder coder, T like) {
        int count = coder.version() > counts.length ? told.length : counts[coder.version() - 1];
        int given = 0;
        if (like != null) {
            while (given < count && !told[given].holds(like)) {
                given++;
            }
        }
        return told[count == 1 ? 0 : coder.choice(count, given == count ? 0 : given)].code(coder, like);
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

    /** Of the same kind. */
    @Override
    public Stream<T> simpler(T value) {
        return of(inJson, value).simpler(value).map(simpler -> simpler);
    }

    /** Whatever the kind. */
    @Override
    public long size(T value) {
        return of(inJson, value).size(value);
    }

    /** The value with other numbers of what it names. */
    public T renamed(T value, Record.Renaming names) {
        return of(inJson, value).renamed(value, names);
    }
}
