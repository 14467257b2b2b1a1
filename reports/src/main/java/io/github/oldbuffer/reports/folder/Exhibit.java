package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.Map;

/** Something that a report shows with a witness, in a folder of its own. */
public sealed interface Exhibit permits Deviation, Difference {

    /** In words that are the same wherever the same thing is wrong. */
    String symptom();

    /** The smallest scenario that shows it. */
    Scenario witness();

    /** Texts that lie beside the witness, by the name of their file, such as programs that show it. */
    Map<String, String> files();
}
