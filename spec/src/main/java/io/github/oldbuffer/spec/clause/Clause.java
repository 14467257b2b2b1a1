package io.github.oldbuffer.spec.clause;

import java.util.List;
import java.util.Optional;

/**
 * One checkable statement of the contract, as a page for people.
 *
 * @param id such as {@code READ-6}
 * @param statement what it asks, in one sentence
 * @param source where the document says it, quoted, or what it follows from
 * @param passage where Python's English documentation says the same
 * @param notes rough edges of the document and how the kit reads them; may be empty
 * @param notJudged when the clause says nothing about a call; may be empty
 * @param lookAt what to look at in an implementation that violates it
 */
public record Clause(
        String id,
        Level level,
        String statement,
        String source,
        Optional<Passage> passage,
        List<String> notes,
        String notJudged,
        String lookAt) {

    public Clause {
        notes = List.copyOf(notes);
    }

    /**
     * A passage of the documentation of Python's C API.
     *
     * @param words quoted
     * @param address of the page
     */
    public record Passage(String words, String address) {}
}
