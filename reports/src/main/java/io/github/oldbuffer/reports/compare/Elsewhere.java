package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.spec.results.Finding;
import java.util.Set;

/** What a run says of a finding that it does not have and another run has. */
public sealed interface Elsewhere {

    /** It was asked, and does not show it. */
    record Gone() implements Elsewhere {}

    /**
     * It shows it after all, in these words or in others.
     *
     * @param shown what it shows in place of the finding, the finding itself where it shows that
     */
    record There(Set<Finding.Key> shown) implements Elsewhere {
        public There {
            shown = Set.copyOf(shown);
        }
    }

    /**
     * It was not asked, or it cannot be told whether it was.
     *
     * @param why in words that go on a sentence about the run, such as {@code another seed was drawn (2, not 1)}
     */
    record Unasked(String why) implements Elsewhere {}
}
