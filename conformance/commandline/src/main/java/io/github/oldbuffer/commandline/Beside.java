package io.github.oldbuffer.commandline;

import io.github.oldbuffer.ports.FoundDifference;
import io.github.oldbuffer.suite.Deviation;
import java.util.Map;

/** What lies beside witnesses in a report: texts by the names of their files. */
interface Beside {

    /** Nothing at all. */
    Beside NOTHING = new Beside() {
        @Override
        public Map<String, String> deviation(Deviation found) {
            return Map.of();
        }

        @Override
        public Map<String, String> difference(FoundDifference found) {
            return Map.of();
        }
    };

    Map<String, String> deviation(Deviation found);

    Map<String, String> difference(FoundDifference found);
}
