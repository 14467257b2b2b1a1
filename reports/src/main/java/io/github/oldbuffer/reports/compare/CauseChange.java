package io.github.oldbuffer.reports.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.oldbuffer.spec.results.Filed;
import java.util.List;

/**
 * What became of a cause from one run to another.
 *
 * @param title one line for people
 * @param headings the clauses that it violates, or {@code death} or {@code difference}
 * @param before what the first run has of it, {@code null} where it has nothing
 * @param after the same of the second run
 * @param why the other run cannot be said to be without it; {@code null} but where the state is {@link State#UNASKED}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CauseChange(State state, String title, List<String> headings, Share before, Share after, String why) {

    public CauseChange {
        headings = List.copyOf(headings);
    }

    /** What the two runs say of a cause together; what comes first is told first. */
    public enum State {
        /** The first run has it; the second was asked and has it not. */
        FIXED("fixed"),
        /** The second run has it; the first was asked and has it not. */
        NEW("new"),
        /** One run has it, and the other was not asked, or not for all of it. */
        UNASKED("not asked"),
        /** Both have it. */
        SAME("same");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    /**
     * What one run has of a cause.
     *
     * @param findings how many
     * @param scenarios how many scenarios showed any of them, {@code null} where nobody counted
     * @param finding the id of the gravest, {@code null} where the run has none but shows the witness of the other
     * @param witness the path of that one's witness
     * @param filed the entry on file, {@code null} where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(int findings, Long scenarios, String finding, String witness, Filed filed) {}

    /** What either run has of it, the second one's before the first one's. */
    public Share told() {
        return after == null || after.findings() == 0 ? before : after;
    }
}
