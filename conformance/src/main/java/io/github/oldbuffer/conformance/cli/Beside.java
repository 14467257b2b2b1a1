package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.port.FoundDifference;
import io.github.oldbuffer.conformance.suite.Deviation;
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
