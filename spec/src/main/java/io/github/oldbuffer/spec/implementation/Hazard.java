package io.github.oldbuffer.spec.implementation;

import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an interpreter dies of, whichever function is called next. It is on file once; generated scenarios would meet it
 * under as many names as there are functions, and learn nothing from it.
 */
public enum Hazard {

    /** CPython up to 3.9 divides by zero at any request for the memory: a memoryview of it is enough. */
    RESIZED_EMPTY_CTYPES("a resize of a ctypes array of no items");

    private final String words;

    Hazard(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The index of the step that brings it about; -1 where none does. */
    int in(Scenario scenario) {
        Set<Integer> empty = new HashSet<>();
        List<Step> steps = scenario.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Make make) {
                empty.remove(make.object());
                if (make.exporter() instanceof Ctypes ctypes && ctypes.items() == 0) {
                    empty.add(make.object());
                }
            } else if (step instanceof Step.Resize resize && empty.contains(resize.object())) {
                return i;
            }
        }
        return -1;
    }
}
