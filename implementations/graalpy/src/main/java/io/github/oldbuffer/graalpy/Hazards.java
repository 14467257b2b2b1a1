package io.github.oldbuffer.graalpy;

import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.Optional;

/**
 * What GraalPy is not asked, because it dies, or fails, before any of the four functions is called.
 *
 * <p>Each has a witness in {@code implementations/graalpy/crashes}, and a line in the README there.
 */
final class Hazards {

    private static final String CTYPES = "ctypes (GraalPy dies of an array's buffer, and has none of other objects)";

    private Hazards() {}

    /** Something in a scenario, at the step that makes it. */
    record Hazard(int step, String what) {}

    /** The first one in a scenario. */
    static Optional<Hazard> in(Scenario scenario) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i) instanceof Step.Make make && hasCtypes(make.exporter())) {
                return Optional.of(new Hazard(i, CTYPES));
            }
        }
        return Optional.empty();
    }

    /** Any view of a ctypes object, and the kit takes several to find its memory. */
    private static boolean hasCtypes(Exporter exporter) {
        if (exporter instanceof MemoryView view) {
            return hasCtypes(view.base());
        } else if (exporter instanceof PythonClass python) {
            return hasCtypes(python.base());
        } else if (exporter instanceof Scripted scripted) {
            return scripted.target() != null && hasCtypes(scripted.target());
        }
        return exporter instanceof Ctypes;
    }
}
