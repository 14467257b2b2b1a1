package io.github.oldbuffer.suite;

import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.search.Tally;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the scenarios of one theme came to.
 *
 * @param theme the clause's id, or the name of a theme that no clause has
 * @param tally everything that was seen
 * @param covered the part of the space of scenarios that the implementation came by
 * @param deaths so far in the run, by the call that died, in a few words
 */
public record ThemeResult(String theme, Tally tally, Covered covered, Map<String, Integer> deaths) {
    public ThemeResult {
        deaths = new TreeMap<>(deaths);
    }
}
