package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.compare.Difference;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.ComparedFindings;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.JudgedFindings;
import io.github.oldbuffer.suite.search.Ran;
import io.github.oldbuffer.suite.search.SideBySide;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Transcripts;
import io.github.oldbuffer.suite.search.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Judges a port by the contract, and compares it with the functions that it replaces.
 *
 * <p>What the replaced functions do as well, in the very same scenario, is known: nobody will blame the port for it. A
 * port may show the same symptom where they do right, and that is a finding of its own.
 *
 * @param port with its functions
 * @param reference the same interpreter with its own functions
 * @param functions that the port has
 * @param comparing whether to look for differences; otherwise the reference runs only what the port does wrong
 * @param ofReference what is on file about the reference
 */
public record PortExaminer(
        Implementation port,
        Implementation reference,
        Set<Function> functions,
        boolean comparing,
        KnownDeviations ofReference)
        implements Examiner {

    @Override
    public int unexplainedDeaths() {
        return port.unexplainedDeaths();
    }

    @Override
    public Identity identity() {
        return port.identity();
    }

    @Override
    public Capabilities supports() {
        return port.supports();
    }

    @Override
    public List<Ran> run(List<Scenario> batch) {
        if (comparing) {
            return SideBySide.run(port, reference, batch);
        }
        List<Transcript> transcripts = Transcripts.of(port, batch);
        List<Scenario> suspects = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (!JudgedFindings.in("", batch.get(i), transcripts.get(i)).isEmpty()) {
                suspects.add(batch.get(i));
            }
        }
        List<Transcript> others = suspects.isEmpty() ? List.of() : Transcripts.of(reference, suspects);
        List<Ran> ran = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < batch.size(); i++) {
            boolean suspect = next < suspects.size() && suspects.get(next) == batch.get(i);
            ran.add(new Ran(transcripts.get(i), suspect ? others.get(next++) : null));
        }
        return ran;
    }

    @Override
    public void restart() {
        port.restart();
    }

    @Override
    public void count(Try tried, Ran ran, Tally tally) {
        tally.ran();
        if (ran.transcript().outcome() instanceof Outcome.Unsupported) {
            tally.unsupported();
            return;
        }
        if (comparing && comparable(ran)) {
            tally.compared();
        }
        boolean shared = ran.other() != null && ran.other().outcome() instanceof Outcome.Died;
        if (ran.transcript().outcome() instanceof Outcome.Died died && !shared) {
            Judged.bound(tried, died).forEach(tally::died);
        }
        if (Clauses.find(tried.theme()).isPresent() && JudgedFindings.exercises(tried, ran.transcript())) {
            tally.exercised(tried.theme());
        }
        findings(tried, ran).stream()
                .filter(finding -> finding.clause() == null || finding.clause().equals(tried.theme()))
                .forEach(tally::add);
    }

    @Override
    public void leftOut(Try tried, Tally tally) {
        Judged.open(tried).forEach(tally::leftOut);
    }

    @Override
    public List<Finding> findings(Try tried, Ran ran) {
        List<Finding> findings = new ArrayList<>();
        List<Finding> own = JudgedFindings.in(tried.theme(), tried.scenario(), ran.transcript());
        List<Finding> others = own.isEmpty() || ran.other() == null
                ? List.of()
                : JudgedFindings.in(tried.theme(), tried.scenario(), ran.other());
        for (Finding finding : own) {
            findings.add(with(
                    others.stream().anyMatch(other -> alike(finding, other)) ? shared(finding) : finding, ran));
        }
        if (comparing && comparable(ran)) {
            List<Difference> differences =
                    PortComparison.compare(tried.scenario(), ran.transcript(), ran.other(), functions);
            findings.addAll(ComparedFindings.of(DifferenceKind.named(differences), tried, ran, reference.identity()));
        }
        return findings;
    }

    private static boolean alike(Finding finding, Finding other) {
        return finding.key().equals(other.key()) || finding.kind() == Kind.DEATH && other.kind() == Kind.DEATH;
    }

    private Finding shared(Finding finding) {
        String why = ofReference
                .find(finding)
                .map(KnownDeviation::reason)
                .map(reason -> KnownDeviations.SHARED + ". " + reason)
                .orElse(KnownDeviations.SHARED + " in the same scenario.");
        return finding.withFiled(new Filed(why, "", null, null, null));
    }

    private static Finding with(Finding finding, Ran ran) {
        Finding.Shown shown = finding.shown();
        return finding.withShown(
                new Finding.Shown(shown.theme(), shown.scenario(), shown.step(), ran.transcript(), ran.other()));
    }

    /** What CPython itself does not survive, or does not have, is nothing to compare a port with. */
    private static boolean comparable(Ran ran) {
        return ran.other() != null
                && ran.other().outcome() instanceof Outcome.Completed
                && ran.transcript().outcome() instanceof Outcome.Completed;
    }
}
