package io.github.oldbuffer.suite.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.RecordJson;
import io.github.oldbuffer.spec.results.WitnessForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Known deviations as JSON documents of the format {@value #FORMAT}: version 2 is written, 1 and 2 are read. */
public final class KnownDeviationsJson {

    static final String FORMAT = "oldbuffer-known";
    public static final int VERSION = 2;

    private KnownDeviationsJson() {}

    /** The document as text, with a newline at the end. */
    public static String write(KnownDeviations known) {
        ObjectNode document =
                RecordJson.MAPPER.createObjectNode().put("format", FORMAT).put("version", VERSION);
        ArrayNode deviations = document.putArray("deviations");
        known.entries().forEach(entry -> deviations.add(tree(entry)));
        return document.toPrettyString() + "\n";
    }

    /** The version of a document that can be read. */
    public static int version(String text) {
        try {
            return RecordJson.MAPPER.readTree(text).path("version").asInt();
        } catch (JsonProcessingException unread) {
            throw new IllegalArgumentException("the document was read before", unread);
        }
    }

    /** One entry; what may be left out and says nothing is left out. */
    static ObjectNode tree(KnownDeviation entry) {
        ObjectNode object = RecordJson.MAPPER
                .createObjectNode()
                .put("implementation", entry.implementation())
                .put("versions", entry.versions().toString());
        entry.level().ifPresent(level -> object.put("level", level.word()));
        object.put("function", entry.function());
        entry.clause().ifPresent(clause -> object.put("clause", clause));
        ArrayNode symptoms = object.putArray("symptoms");
        entry.symptoms().forEach(symptoms::add);
        if (!entry.objects().isEmpty()) {
            ArrayNode objects = object.putArray("objects");
            entry.objects().stream().sorted().forEach(objects::add);
        }
        object.put("reason", entry.reason());
        entry.since().map(LocalDate::toString).ifPresent(since -> object.put("since", since));
        entry.upstream().ifPresent(upstream -> object.put("upstream", upstream));
        entry.expires().map(LocalDate::toString).ifPresent(expires -> object.put("expires", expires));
        object.set("witness", WitnessForm.toTree(entry.witness()));
        return object;
    }

    /**
     * Reads a document.
     *
     * @throws KnownDeviationsException where the text is not JSON, not such a document, or a witness is not valid
     */
    public static KnownDeviations read(String text) throws KnownDeviationsException {
        KnownDocument document;
        try {
            document = RecordJson.read(text, KnownDocument.class);
        } catch (JsonException wrong) {
            throw new KnownDeviationsException(wrong.getMessage());
        }
        if (document == null) {
            throw new KnownDeviationsException("expected an object, found null");
        }
        if (!FORMAT.equals(document.format())) {
            throw new KnownDeviationsException(
                    "the format is \"" + document.format() + "\", expected \"" + FORMAT + "\"");
        }
        if (document.version() < 1 || document.version() > VERSION) {
            throw new KnownDeviationsException("the version is " + document.version() + ", expected 1 or " + VERSION);
        }
        if (document.deviations() == null) {
            throw new KnownDeviationsException("deviations: expected a list");
        }
        List<KnownDeviation> entries = new ArrayList<>();
        for (KnownDocument.Entry item : document.deviations()) {
            String place = "deviations[" + entries.size() + "]";
            if (item == null) {
                throw new KnownDeviationsException(place + ": expected an object, found null");
            }
            KnownDeviation entry = item.read(document.version(), place);
            if (entries.stream().anyMatch(before -> sameCase(before, entry))) {
                throw new KnownDeviationsException(place + ": the same deviation is on file already");
            }
            entries.add(entry);
        }
        return new KnownDeviations(entries);
    }

    private static boolean sameCase(KnownDeviation one, KnownDeviation other) {
        return one.implementation().equals(other.implementation())
                && one.versions().equals(other.versions())
                && one.level().equals(other.level())
                && one.function().equals(other.function())
                && one.clause().equals(other.clause())
                && one.objects().equals(other.objects())
                && one.symptoms().stream().anyMatch(other.symptoms()::contains);
    }
}
