package io.github.oldbuffer.reports.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import java.util.List;

/**
 * What {@code finding.json} holds: a finding in a folder of its own, and what it takes to see it again.
 *
 * @param kit version of the kit that found it
 * @param implementation that showed it
 * @param command words of the command line behind {@code ./conform} that found it; empty where nobody noted them
 * @param finding without its evidence; the witness lies beside the file
 */
@JsonIgnoreProperties(
        value = {"format", "version"},
        allowGetters = true)
@JsonPropertyOrder({"format", "version"})
public record FindingFile(String kit, Identity implementation, List<String> command, Finding finding) {

    /** Its name. */
    public static final String NAME = "finding.json";

    public FindingFile {
        command = List.copyOf(command);
        finding = finding.withEvidence(null);
    }

    @JsonProperty
    String format() {
        return "oldbuffer-finding";
    }

    @JsonProperty
    int version() {
        return 1;
    }

    /** The file as text, with a newline at the end. */
    public String write() {
        return ResultsJson.text(this) + "\n";
    }

    /** @throws ResultsException where the text is not JSON or no such file; the message begins with the place */
    public static FindingFile read(String text) throws ResultsException {
        if (StrictJson.number(text, "version") > 1) {
            throw new ResultsException("version: expected 1; a newer kit wrote the file");
        }
        SchemaValidator.FINDING.check(text);
        return ResultsJson.bound(text, FindingFile.class);
    }
}
