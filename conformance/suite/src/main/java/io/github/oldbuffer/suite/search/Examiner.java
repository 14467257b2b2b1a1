package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.List;

/** Runs scenarios and says what they show: by judging one implementation, or by comparing two. */
public interface Examiner {

    /** Whom the findings are about. */
    Identity identity();

    /** What whoever runs the scenarios has. */
    Capabilities supports();

    /**
     * Runs scenarios; may be called by another thread than the other methods.
     *
     * @return one for each scenario, in the same order
     * @throws BrokenImplementationException where an implementation cannot be used any more
     */
    List<Ran> run(List<Scenario> batch);

    /** Counts what a scenario exercised, and keeps what it shows where that is worth keeping. */
    void count(Try tried, Ran ran, Tally tally);

    /** A scenario was not run, because a call of it had killed the process often enough. */
    void leftOut(Try tried, Tally tally);

    /** Everything that a scenario shows, with reasons. */
    List<Finding> findings(Try tried, Ran ran);

    /** How often the process of the one the findings are about died in a way that did not come again. */
    default int unexplainedDeaths() {
        return 0;
    }

    /** Makes the next scenario run as if it were the first: in a new process, where there is one. */
    void restart();
}
