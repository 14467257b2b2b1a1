package io.github.oldbuffer.ports;

import io.github.oldbuffer.ports.reproduce.ProgramRun;
import io.github.oldbuffer.suite.Deviation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        Stream<FoundProgram> violations = result.suite().clauses().stream()
                .flatMap(clause -> clause.violations().stream())
                .filter(found -> found.known().isEmpty())
                .map(found -> new FoundProgram(
                        found.clause(), found.witness().steps().size(), times -> run.violation(found, times)));
        Stream<Deviation> deaths = Stream.concat(
                result.crashes().stream(),
                result.suite().clauses().stream().flatMap(clause -> clause.crashes().stream()));
        return Stream.of(
                        violations,
                        deaths.map(found -> new FoundProgram(
                                found.symptom(), found.witness().steps().size(), times -> run.death(found, times))),
                        result.differences().stream()
                                .map(found -> new FoundProgram(
                                        found.difference().symptom(),
                                        found.witness().steps().size(),
                                        times -> run.difference(found, times))))
                .flatMap(each -> each)
                .toList();
    }
}
