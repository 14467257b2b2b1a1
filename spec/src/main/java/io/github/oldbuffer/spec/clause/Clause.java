package io.github.oldbuffer.spec.clause;

import java.util.List;

/**
 * One checkable statement of the contract, as a page for people.
 *
 * @param id such as {@code READ-6}
 * @param statement what it asks, in one sentence
 * @param source where the document says it, quoted, or what it follows from
 * @param notes rough edges of the document and how the kit reads them; may be empty
 * @param notJudged when the clause says nothing about a call; may be empty
 * @param lookAt what to look at in an implementation that violates it
 */
public record Clause(
        String id, Level level, String statement, String source, List<String> notes, String notJudged, String lookAt) {
    public Clause {
        notes = List.copyOf(notes);
    }
}
