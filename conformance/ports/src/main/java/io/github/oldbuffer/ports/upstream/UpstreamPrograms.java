package io.github.oldbuffer.ports.upstream;

import io.github.oldbuffer.ports.reproduce.Aspect;
import io.github.oldbuffer.ports.reproduce.Check;
import io.github.oldbuffer.ports.reproduce.Checks;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Programs that show a finding about a runtime on any machine with a C compiler, and on any runtime.
 *
 * @param model does what the document says, and so tells what is right
 */
public record UpstreamPrograms(Implementation model) {

    /** The file among them that people run; it builds the other. */
    public static final String RUN = UpstreamProgram.FILE;

    /**
     * The files of the program, by their names; empty where none can show it.
     *
     * @param what the finding in a few lines
     * @param happened what the implementation did with the witness
     * @param other what it was compared with did, of a difference; otherwise {@code null}
     */
    public Optional<Map<String, String>> of(
            Finding finding, List<String> what, Scenario witness, Transcript happened, Transcript other) {
        if (!numbered(witness)) {
            return Optional.empty();
        }
        if (finding.kind() == Kind.DEATH) {
            return UpstreamProgram.of(witness, what, survived(witness, happened), true);
        }
        Transcript right = other != null ? other : model.run(List.of(witness)).get(0);
        if (!(right.outcome() instanceof Outcome.Completed)) {
            return Optional.empty();
        }
        List<Check> checks = finding.kind() == Kind.DIFFERENCE
                ? Checks.difference(happened, right)
                : Checks.ofRuntime(finding.clause(), witness, happened, right);
        return UpstreamProgram.of(witness, what, checks, false);
    }

    /**
     * What kills by an address that is wrong does so only where nothing is mapped: elsewhere the wrong answer tells it. Of
     * calls that no clause speaks of there is no right one.
     */
    private List<Check> survived(Scenario witness, Transcript happened) {
        Transcript right = model.run(List.of(witness)).get(0);
        if (happened.outcome() instanceof Outcome.Died died
                && right.outcome() instanceof Outcome.Completed
                && witness.steps().get(died.step()) instanceof Step.Call call
                && call.plain()
                && right.events().get(died.step()) instanceof Event.Called called) {
            return List.of(new Check(died.step(), Aspect.CODE, Integer.toString(called.code()), "a death"));
        }
        return List.of();
    }

    /** An object's number is its name; another may get it once the first was dropped. */
    private static boolean numbered(Scenario scenario) {
        List<Integer> made = scenario.steps().stream()
                .filter(step -> step instanceof Step.Make)
                .map(step -> ((Step.Make) step).object())
                .toList();
        return made.stream().distinct().count() == made.size();
    }
}
