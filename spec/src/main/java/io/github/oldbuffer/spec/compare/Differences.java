package io.github.oldbuffer.spec.compare;

import java.util.ArrayList;
import java.util.List;

/** Collects differences, each symptom once. */
final class Differences {

    private final List<Difference> list = new ArrayList<>();

    void add(Difference difference) {
        if (list.stream().noneMatch(seen -> seen.symptom().equals(difference.symptom()))) {
            list.add(difference);
        }
    }

    List<Difference> list() {
        return List.copyOf(list);
    }
}
