package io.github.oldbuffer.ports;

import io.github.oldbuffer.ports.reproduce.ProgramRun;
import io.github.oldbuffer.spec.results.Finding;
import java.util.List;
import java.util.Map;

/**
 * A finding about a port, with the programs that show it.
 *
 * @param name its clause or its symptom
 * @param steps of the witness
 * @param run runs its programs a number of times
 */
record FoundProgram(String name, int steps, Run run) {

    @FunctionalInterface
    interface Run {
        Map<String, ProgramRun.Statuses> times(int times) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }

    /** All that was found and is not a known deviation of CPython's own. */
    static List<FoundProgram> all(PortResult result, ProgramRun run) {
        return result.explored().run().findings().stream()
                .filter(found -> !found.known())
                .map(found -> new FoundProgram(
                        found.kind() == Finding.Kind.VIOLATION ? found.clause() : found.symptom(),
                        found.shown().scenario().steps().size(),
                        times -> run.of(found, times)))
                .toList();
    }
}
