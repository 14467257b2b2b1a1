package io.github.oldbuffer.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.words.Slug;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Results of schema 1, in which violations stood under their clauses, and deaths and differences in lists of their own. */
final class FromSchema1 {

    private static final Pattern SIGNAL = Pattern.compile("\\((.+?)\\)");
    private static final Pattern C_FUNCTION = Pattern.compile("\\bPy[A-Za-z]+_[A-Za-z]+\\b");
    /** The first sentence, or as many whole words of it as make a title. */
    private static final Pattern TITLE = Pattern.compile("^.{1,120}?(?=[.;]\\s|[.;]?$)|^.{1,120}(?=\\s)");

    private static final String CHECK = Function.CHECK.cName();
    private static final String READ = Function.READ.cName();
    private static final String WRITE = Function.WRITE.cName();

    /** Of clauses that are not about one function; their symptoms name it in part. */
    private static final Map<String, String> FUNCTIONS =
            Map.of("ALL-1", CHECK, "ALL-2", WRITE, "NEW-2", WRITE, "NEW-4", WRITE, "NEW-5", "PyObject_GetBuffer");

    private final ArrayNode known;
    private final ArrayNode fresh;

    private FromSchema1(JsonNode anything) {
        known = ((ObjectNode) anything).arrayNode();
        fresh = known.arrayNode();
    }

    /** @param results that follow schema 1; what comes back follows schema 2 */
    static JsonNode upgraded(JsonNode results) {
        ObjectNode upgraded = results.deepCopy();
        upgraded.put("schema", 2);
        ArrayNode runs = upgraded.putArray("runs");
        results.get("runs").forEach(run -> runs.add(new FromSchema1(run).run(run)));
        return upgraded;
    }

    private ObjectNode run(JsonNode run) {
        ObjectNode upgraded = run.deepCopy();
        upgraded.remove(List.of("crashes", "differences", "stale"));
        ArrayNode clauses = upgraded.putArray("clauses");
        for (JsonNode clause : run.get("clauses")) {
            clauses.add(clause(clause, died(run, clause)));
            clause.get("violations").forEach(found -> add(violation(clause.get("id"), found)));
        }
        run.get("crashes").forEach(crash -> add(death(crash)));
        run.get("differences").forEach(difference -> add(difference(difference)));
        upgraded.putArray("findings").addAll(known).addAll(fresh);
        ArrayNode replayed = upgraded.putArray("replayed");
        run.get("stale").forEach(stale -> replayed.add(stale(stale)));
        if (run.has("coverage")) {
            ArrayNode deaths = upgraded.withObject("/coverage").putArray("deaths");
            run.at("/coverage/deaths").forEach(death -> deaths.add(death(death)));
        }
        return upgraded;
    }

    private void add(ObjectNode finding) {
        (finding.get("known").booleanValue() ? known : fresh).add(finding);
    }

    private static boolean died(JsonNode run, JsonNode clause) {
        for (JsonNode crash : run.get("crashes")) {
            if (crash.get("clause").equals(clause.get("id"))) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode clause(JsonNode clause, boolean died) {
        ObjectNode upgraded = clause.deepCopy();
        upgraded.remove(List.of("missing", "violations"));
        String missing =
                clause.get("missing").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        upgraded.put("why", missing.isEmpty() ? null : "never seen: " + missing);
        if (died && clause.get("verdict").asText().equals("HOLDS")) {
            upgraded.put("verdict", "DIED").put("why", "some of its scenarios killed the process");
        }
        return upgraded;
    }

    private static ObjectNode violation(JsonNode clause, JsonNode found) {
        return finding(
                "VIOLATION", function(clause.asText(), text(found)), clause.asText(), found, found.get("reason"));
    }

    /** A crash, or the death of a scenario that no clause speaks of, of which less was written down. */
    private static ObjectNode death(JsonNode crash) {
        String symptom = crash.get("symptom").asText();
        Matcher named = SIGNAL.matcher(symptom);
        String signal = crash.path("signal").asText(named.find() ? named.group(1) : symptom);
        String function = function(crash.path("clause").asText(""), symptom);
        return finding("DEATH", function, null, crash, crash.get("symptom")).put("signal", signal);
    }

    private static ObjectNode difference(JsonNode difference) {
        JsonNode shown = difference.path("shown");
        ObjectNode finding = finding(
                "DIFFERENCE",
                function("", text(difference)),
                null,
                difference,
                shown.isObject() ? shown.get("reason") : difference.get("symptom"));
        if (shown.isObject()) {
            finding.set("other", shown.get("other"));
            finding.set("evidence", evidence(shown.get("evidence")));
        }
        return finding;
    }

    private static ObjectNode finding(String kind, String function, String clause, JsonNode found, JsonNode reason) {
        String symptom = found.get("symptom").asText();
        boolean known = found.path("known").booleanValue();
        ObjectNode finding = ((ObjectNode) found)
                .objectNode()
                .put("id", id(kind, function, clause, symptom))
                .put("kind", kind)
                .put("function", function)
                .put("clause", clause)
                .put("symptom", symptom);
        cause(known ? found.path("why").asText("") : "", symptom, finding.putObject("cause"));
        finding.put("object", object(found)).set("reason", reason);
        if (known) {
            finding.set("filed", filed(found));
        }
        finding.set("witness", found.get("witness"));
        if (found.path("evidence").isObject()) {
            finding.set("evidence", evidence(found.get("evidence")));
        }
        return finding.put("known", known);
    }

    /** What is on file for one reason has one cause; of what is not, each symptom is told apart. */
    private static void cause(String reason, String symptom, ObjectNode cause) {
        Matcher words = TITLE.matcher(reason.strip());
        String title = words.find() && !words.group().isBlank() ? words.group() : symptom;
        cause.put("id", Slug.of(title, "cause")).put("title", title);
    }

    private static ObjectNode filed(JsonNode found) {
        ObjectNode filed = ((ObjectNode) found)
                .objectNode()
                .put("reason", found.path("why").asText(""))
                .put("versions", found.at("/filed/versions").asText(""));
        for (String field : List.of("since", "upstream", "expires")) {
            JsonNode value = found.path("filed").path(field);
            if (value.isTextual()) {
                filed.set(field, value);
            }
        }
        return filed;
    }

    private static ObjectNode evidence(JsonNode evidence) {
        ObjectNode upgraded = evidence.deepCopy();
        JsonNode swept = upgraded.remove("met");
        JsonNode files = upgraded.remove("attached");
        if (swept != null) {
            upgraded.set("swept", swept);
        }
        if (files != null) {
            upgraded.set("files", files.get("texts"));
        }
        return upgraded;
    }

    private static ObjectNode stale(JsonNode stale) {
        String symptom = stale.get("symptom").asText();
        boolean death = symptom.startsWith("CRASHED") || symptom.startsWith("TIMED_OUT");
        ObjectNode replayed = ((ObjectNode) stale)
                .objectNode()
                .put("function", function(stale.get("clause").asText(), symptom))
                .put("clause", death ? null : stale.get("clause").asText());
        replayed.putArray("symptoms").add(symptom);
        return replayed.put("witness", "").put("stale", true);
    }

    private static String text(JsonNode found) {
        return found.get("symptom").asText() + " " + found.path("reason").asText("") + " "
                + found.at("/shown/reason").asText("");
    }

    /** The function of the clause's family, or the one that the words name. */
    private static String function(String clause, String words) {
        for (Function function : Function.values()) {
            if (clause.startsWith(function.name() + "-")) {
                return function.cName();
            }
        }
        Matcher named = C_FUNCTION.matcher(words);
        return named.find() ? named.group() : FUNCTIONS.getOrDefault(clause, READ);
    }

    /** The kind of the first object of the witness. */
    private static String object(JsonNode found) {
        JsonNode evidence = found.path("evidence").isObject() ? found.get("evidence") : found.at("/shown/evidence");
        for (JsonNode step : evidence.at("/scenario/steps")) {
            String kind = step.at("/exporter/kind").asText("");
            if (!kind.isBlank()) {
                return kind;
            }
        }
        return "unknown";
    }

    private static String id(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
