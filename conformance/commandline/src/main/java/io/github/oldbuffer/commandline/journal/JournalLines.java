package io.github.oldbuffer.commandline.journal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.json.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.json.TranscriptJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.Deviation;
import io.github.oldbuffer.suite.ExecutionEnd;
import io.github.oldbuffer.suite.RunJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a journal: JSON objects, one a line, the header first. */
final class JournalLines {

    static final String FORMAT = "oldbuffer-journal";
    static final int VERSION = 2;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            // what --known said may be null
            .withConfigOverride(String.class, text -> text.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .build();

    private JournalLines() {}

    private record HeaderLine(String format, int version, JournalHeader run) {}

    private record BeganLine(Identity began) {}

    private record EndedLine(String implementation, int round, ExecutionEnd ended, List<FoundLine> found) {}

    private record FoundLine(
            String clause, String symptom, String reason, boolean death, ObjectNode witness, ObjectNode transcript) {}

    static String header(JournalHeader header) {
        return line(new HeaderLine(FORMAT, VERSION, header));
    }

    static String began(Identity implementation) {
        return line(new BeganLine(implementation));
    }

    static String ended(Journal.Ended ended) {
        List<FoundLine> found = ended.entry().found().stream()
                .map(deviation -> new FoundLine(
                        deviation.clause(),
                        deviation.symptom(),
                        deviation.reason(),
                        deviation.death().isPresent(),
                        ScenarioJson.toTree(deviation.witness()),
                        TranscriptJson.toTree(deviation.transcript())))
                .toList();
        return line(new EndedLine(
                ended.implementation(), ended.entry().round(), ended.entry().end(), found));
    }

    static boolean isBegan(String line) throws JournalException {
        try {
            return MAPPER.readTree(line).has("began");
        } catch (JsonProcessingException notJson) {
            throw damaged(notJson);
        }
    }

    static JournalHeader readHeader(String line) throws JournalException {
        HeaderLine header = read(line, HeaderLine.class);
        if (!FORMAT.equals(header.format()) || header.version() != VERSION) {
            throw new JournalException("it is no " + FORMAT + " of version " + VERSION);
        }
        return header.run();
    }

    static Identity readBegan(String line) throws JournalException {
        return read(line, BeganLine.class).began();
    }

    static Journal.Ended readEnded(String line) throws JournalException {
        EndedLine ended = read(line, EndedLine.class);
        List<Deviation> found = new ArrayList<>();
        for (FoundLine each : ended.found()) {
            found.add(deviation(each));
        }
        return new Journal.Ended(ended.implementation(), new RunJournal.Entry(ended.round(), ended.ended(), found));
    }

    private static Deviation deviation(FoundLine found) throws JournalException {
        try {
            Scenario witness = ScenarioJson.fromTree(found.witness());
            Transcript transcript = TranscriptJson.fromTree(found.transcript());
            Optional<String> problem = Facts.problem(witness);
            if (problem.isPresent()) {
                throw new JournalException("a witness is no valid scenario: " + problem.get());
            }
            if (found.death() && !(transcript.outcome() instanceof Outcome.Died)) {
                throw new JournalException("a death has the transcript of a scenario that lived");
            }
            return new Deviation(
                    found.clause(),
                    found.symptom(),
                    found.reason(),
                    witness,
                    transcript,
                    found.death() ? Optional.of((Outcome.Died) transcript.outcome()) : Optional.empty(),
                    Optional.empty());
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
