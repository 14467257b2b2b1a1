package io.github.oldbuffer.commandline.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.scan.Looked;
import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.reports.folder.FindingFolders;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.form.RecordJson;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lines of a scan's journal: JSON objects, the header first, then what there is to look at, then what was seen. */
final class ScanJournalLines {

    static final String FORMAT = "oldbuffer-scan";
    static final int VERSION = 1;

    private ScanJournalLines() {}

    private record HeaderLine(String format, int version, ScanHeader scan) {}

    /**
     * A function.
     *
     * @param results a run for each call that was judged, as {@code results.json} has it
     * @param remarks on each of these
     */
    private record LookedLine(
            String target,
            List<String> calls,
            JsonNode results,
            List<List<String>> remarks,
            Map<String, String> leftOut) {
        private LookedLine {
            Objects.requireNonNull(target, "target");
            calls = List.copyOf(calls);
            remarks = List.copyOf(remarks);
            leftOut = Map.copyOf(leftOut);
        }
    }

    static String header(ScanHeader header) {
        return line(new HeaderLine(FORMAT, VERSION, header));
    }

    static String targets(Scan.Targets targets) {
        return line(targets);
    }

    static String looked(ScanHeader header, Looked looked) {
        List<Run> runs = looked.judgements().stream().map(Judgement::run).toList();
        Results results = FindingFolders.placed(new Results(new Results.Kit(header.kit(), header.seed(), 1), runs));
        try {
            return line(new LookedLine(
                    looked.target(),
                    looked.calls().stream().map(Call::expression).toList(),
                    RecordJson.MAPPER.readTree(ResultsJson.compact(results)),
                    looked.judgements().stream().map(Judgement::remarks).toList(),
                    looked.leftOut()));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("results in memory are no JSON", impossible);
        }
    }

    static ScanHeader readHeader(String line) throws JournalException {
        JsonNode tree = read(line, JsonNode.class);
        if (!FORMAT.equals(tree.path("format").asText()) || tree.path("version").asInt() != VERSION) {
            throw new JournalException("it is no " + FORMAT + " of version " + VERSION);
        }
        ScanHeader header = read(line, HeaderLine.class).scan();
        if (header == null) {
            throw new JournalException("it is damaged: expected an object");
        }
        return header;
    }

    static Scan.Targets readTargets(String line) throws JournalException {
        return read(line, Scan.Targets.class);
    }

    static Looked readLooked(String line) throws JournalException {
        LookedLine looked = read(line, LookedLine.class);
        try {
            List<Run> runs = ResultsJson.read(String.valueOf(looked.results())).runs();
            if (runs.size() != looked.remarks().size()) {
                throw new JournalException("it is damaged: expected remarks on each run");
            }
            List<Judgement> judgements = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                judgements.add(new Judgement(
                        unplaced(runs.get(i)), List.of(), looked.remarks().get(i)));
            }
            return new Looked(
                    looked.target(),
                    looked.calls().stream()
                            .map(expression -> new Call(expression, ""))
                            .toList(),
                    judgements,
                    looked.leftOut());
        } catch (ResultsException | NullPointerException wrong) {
            throw new JournalException("it is damaged: " + wrong.getMessage(), wrong);
        }
    }

    /** The folders of witnesses are named when all are known. */
    private static Run unplaced(Run run) {
        return run.withFindings(run.findings().stream()
                .map(finding -> finding.withWitness(null))
                .toList());
    }

    private static <T> T read(String line, Class<T> type) throws JournalException {
        try {
            T value = RecordJson.MAPPER.readValue(line, type);
            if (value == null) {
                throw new JournalException("it is damaged: expected an object");
            }
            return value;
        } catch (JsonProcessingException wrong) {
            throw new JournalException(
                    "it is damaged: "
                            + wrong.getOriginalMessage().lines().findFirst().orElse("no JSON"),
                    wrong);
        }
    }

    private static String line(Object value) {
        try {
            return RecordJson.MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("a journal's line in memory could not be written", impossible);
        }
    }
}
