package io.github.oldbuffer.suite.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.json.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Known deviations as JSON documents of the format {@value #FORMAT}, version 1; strict about every field. */
public final class KnownDeviationsJson {

    private static final String FORMAT = "oldbuffer-known";
    private static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private KnownDeviationsJson() {}

    /** The document as text, with a newline at the end. */
    public static String write(KnownDeviations known) {
        ObjectNode document = MAPPER.createObjectNode().put("format", FORMAT).put("version", VERSION);
        ArrayNode deviations = document.putArray("deviations");
        for (KnownDeviation entry : known.entries()) {
            ObjectNode object = deviations
                    .addObject()
                    .put("implementation", entry.implementation())
                    .put("versions", entry.versions().toString());
            entry.level().ifPresent(level -> object.put("level", level.word()));
            object.put("clause", entry.clause()).put("symptom", entry.symptom()).put("reason", entry.reason());
            entry.since().ifPresent(since -> object.put("since", since.toString()));
            entry.upstream().ifPresent(upstream -> object.put("upstream", upstream));
            entry.expires().ifPresent(expires -> object.put("expires", expires.toString()));
            object.set("witness", ScenarioJson.toTree(entry.witness()));
        }
        return document.toPrettyString() + "\n";
    }

    /**
     * Reads a document.
     *
     * @throws KnownDeviationsException where the text is not JSON, not such a document, or a witness is not valid
     */
    public static KnownDeviations read(String text) throws KnownDeviationsException {
        StrictObject document = new StrictObject(tree(text), "the document");
        String format = document.text("format");
        if (!format.equals(FORMAT)) {
            throw new KnownDeviationsException("the format is \"" + format + "\", expected \"" + FORMAT + "\"");
        }
        if (document.get("version").intValue() != VERSION) {
            throw new KnownDeviationsException("the version is " + document.get("version") + ", expected " + VERSION);
        }
        JsonNode list = document.get("deviations");
        if (!list.isArray()) {
            throw new KnownDeviationsException("deviations: expected a list");
        }
        document.end();
        List<KnownDeviation> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode item : list) {
            String place = "deviations[" + entries.size() + "]";
            KnownDeviation entry = entry(new StrictObject(item, place), place);
            entries.add(entry);
            if (!seen.add(entry.implementation() + "\n" + entry.versions() + "\n" + entry.level() + "\n"
                    + entry.clause() + "\n"
                    + entry.symptom())) {
                throw new KnownDeviationsException(place + ": the same deviation is on file already");
            }
        }
        return new KnownDeviations(entries);
    }

    private static KnownDeviation entry(StrictObject fields, String place) throws KnownDeviationsException {
        String implementation = fields.text("implementation");
        String versions = fields.optionalText("versions").orElse("");
        String clause = fields.text("clause");
        if (Clauses.find(clause).isEmpty()) {
            throw new KnownDeviationsException(place + ".clause: no clause is called " + clause);
        }
        VersionRange range = VersionRange.parse(versions)
                .orElseThrow(() -> new KnownDeviationsException(
                        place + ".versions: expected conditions such as \">=3.6 <3.13\", found \"" + versions + "\""));
        KnownDeviation entry = new KnownDeviation(
                implementation,
                range,
                level(fields.optionalText("level"), place + ".level"),
                clause,
                fields.text("symptom"),
                fields.text("reason"),
                witness(fields.get("witness"), place + ".witness"),
                day(fields.optionalText("since"), place + ".since"),
                fields.optionalText("upstream"),
                day(fields.optionalText("expires"), place + ".expires"));
        fields.end();
        return entry;
    }

    private static Scenario witness(JsonNode tree, String place) throws KnownDeviationsException {
        Scenario witness;
        try {
            witness = ScenarioJson.fromTree(tree);
        } catch (JsonException e) {
            throw new KnownDeviationsException(place + ": " + e.getMessage());
        }
        Optional<String> problem = Facts.problem(witness);
        if (problem.isPresent()) {
            throw new KnownDeviationsException(place + ": the scenario is not valid: " + problem.get());
        }
        return witness;
    }

    private static Optional<Level> level(Optional<String> word, String place) throws KnownDeviationsException {
        Optional<Level> level = word.flatMap(Level::find);
        if (word.isPresent() && level.isEmpty()) {
            String words = Arrays.stream(Level.values()).map(Level::word).collect(Collectors.joining(", "));
            throw new KnownDeviationsException(place + ": expected one of " + words + ", found \"" + word.get() + "\"");
        }
        return level;
    }

    private static Optional<LocalDate> day(Optional<String> text, String place) throws KnownDeviationsException {
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new KnownDeviationsException(
                    place + ": expected a day such as 2027-01-31, found \"" + text.orElseThrow() + "\"");
        }
    }

    private static JsonNode tree(String text) throws KnownDeviationsException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw new KnownDeviationsException(place + "this is not JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }
}
