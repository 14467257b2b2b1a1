package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.generate.Demand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of a property's demands its scenarios met; not a value, it collects. */
final class Coverage {

    private final List<Demand> unmet;
    private final Set<Demand> waived = new HashSet<>();

    Coverage(List<Demand> demands) {
        this.unmet = new ArrayList<>(demands);
    }

    /** A scenario exercised the clause. */
    void exercised(Scenario scenario) {
        if (!unmet.isEmpty()) {
            unmet.removeIf(demand -> demand.seenIn(scenario));
        }
    }

    /** A scenario was not supported, or its counts could not be told: what only such ones show cannot be asked of this implementation. */
    void unsupported(Scenario scenario) {
        for (Demand demand : unmet) {
            if (demand.seenIn(scenario)) {
                waived.add(demand);
            }
        }
    }

    /** The names of the demands neither met nor waived. */
    List<String> missing() {
        return unmet.stream()
                .filter(demand -> !waived.contains(demand))
                .map(Demand::name)
                .toList();
    }
}
