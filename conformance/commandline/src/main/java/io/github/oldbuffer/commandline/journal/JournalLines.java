package io.github.oldbuffer.commandline.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.RecordJson;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.json.TranscriptJson;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Finding.Shown;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.ThemeResult;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.search.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a journal: JSON objects, one a line, the header first. */
final class JournalLines {

    static final String FORMAT = "oldbuffer-journal";
    static final int VERSION = 3;

    /** What {@code --known} said may be {@code null}, and so may much of a finding that is still to be settled. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private JournalLines() {}

    private record HeaderLine(String format, int version, JournalHeader run) {}

    private record BeganLine(Identity began) {}

    /** @param tally without its findings, which {@code found} has */
    private record EndedLine(
            String implementation,
            String theme,
            Tally.Snapshot tally,
            Covered covered,
            Map<String, Integer> deaths,
            List<FoundLine> found) {}

    private record FoundLine(
            Kind kind,
            String function,
            String clause,
            String symptom,
            String object,
            String signal,
            String theme,
            int step,
            ObjectNode witness,
            ObjectNode transcript) {}

    static String header(JournalHeader header) {
        return line(new HeaderLine(FORMAT, VERSION, header));
    }

    static String began(Identity implementation) {
        return line(new BeganLine(implementation));
    }

    static String ended(Journal.Ended ended) {
        Tally.Snapshot tally = ended.result().tally().snapshot();
        List<FoundLine> found = tally.findings().stream()
                .map(finding -> new FoundLine(
                        finding.kind(),
                        finding.function(),
                        finding.clause(),
                        finding.symptom(),
                        finding.object(),
                        finding.signal(),
                        finding.shown().theme(),
                        finding.shown().step(),
                        ScenarioJson.toTree(finding.shown().scenario()),
                        TranscriptJson.toTree(finding.shown().transcript())))
                .toList();
        return line(new EndedLine(
                ended.implementation(),
                ended.result().theme(),
                with(tally, List.of()),
                ended.result().covered(),
                ended.result().deaths(),
                found));
    }

    private static Tally.Snapshot with(Tally.Snapshot tally, List<Finding> findings) {
        return new Tally.Snapshot(
                tally.scenarios(), tally.unsupported(), tally.compared(), tally.skipped(), tally.clauses(), findings);
    }

    static boolean isBegan(String line) throws JournalException {
        try {
            return RecordJson.MAPPER.readTree(line).has("began");
        } catch (JsonProcessingException notJson) {
            throw damaged(notJson);
        }
    }

    static JournalHeader readHeader(String line) throws JournalException {
        JsonNode tree = read(line, JsonNode.class);
        if (!FORMAT.equals(tree.path("format").asText(FORMAT))
                || tree.path("version").asInt(VERSION) != VERSION) {
            throw new JournalException("it is no " + FORMAT + " of version " + VERSION);
        }
        return read(line, HeaderLine.class).run();
    }

    static Identity readBegan(String line) throws JournalException {
        return read(line, BeganLine.class).began();
    }

    static Journal.Ended readEnded(String line) throws JournalException {
        EndedLine ended = read(line, EndedLine.class);
        List<Finding> found = new ArrayList<>();
        for (FoundLine each : ended.found()) {
            found.add(finding(each));
        }
        return new Journal.Ended(
                ended.implementation(),
                new ThemeResult(ended.theme(), Tally.of(with(ended.tally(), found)), ended.covered(), ended.deaths()));
    }

    private static Finding finding(FoundLine found) throws JournalException {
        try {
            Scenario witness = ScenarioJson.fromTree(found.witness());
            Transcript transcript = TranscriptJson.fromTree(found.transcript());
            Optional<String> problem = Facts.problem(witness);
            if (problem.isPresent()) {
                throw new JournalException("a witness is no valid scenario: " + problem.get());
            }
            if (found.kind() == Kind.DEATH && !(transcript.outcome() instanceof Outcome.Died)) {
                throw new JournalException("a death has the transcript of a scenario that lived");
            }
            return new Finding(
                    null,
                    found.kind(),
                    found.function(),
                    found.clause(),
                    found.symptom(),
                    null,
                    found.object(),
                    null,
                    null,
                    found.signal(),
                    null,
                    null,
                    null,
                    new Shown(found.theme(), witness, found.step(), transcript, null));
        } catch (JsonException wrong) {
            throw new JournalException(wrong.getMessage(), wrong);
        }
    }

    private static <T> T read(String line, Class<T> type) throws JournalException {
        try {
            T value = MAPPER.readValue(line, type);
            if (value == null) {
                throw new JournalException("it is damaged: expected an object");
            }
            return value;
        } catch (JsonProcessingException wrong) {
            throw damaged(wrong);
        }
    }

    private static JournalException damaged(JsonProcessingException wrong) {
        return new JournalException(
                "it is damaged: "
                        + wrong.getOriginalMessage().lines().findFirst().orElse("no JSON"),
                wrong);
    }

    private static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("a journal's line in memory could not be written", impossible);
        }
    }
}
