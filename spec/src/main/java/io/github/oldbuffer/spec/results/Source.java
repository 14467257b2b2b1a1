package io.github.oldbuffer.spec.results;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A line of the user's that findings are about, where services of a repository show them.
 *
 * @param implementation the id of whose findings; {@code null} for every one's
 * @param function that the line defines; {@code null} for all without a line of their own
 * @param file relative to the repository, with {@code /} between folders
 * @param line from 1
 */
public record Source(
        @JsonInclude(JsonInclude.Include.NON_NULL) String implementation,
        @JsonInclude(JsonInclude.Include.NON_NULL) String function,
        String file,
        int line) {

    boolean isAbout(Run run) {
        return implementation == null
                || implementation.equals(run.implementation().id());
    }
}
