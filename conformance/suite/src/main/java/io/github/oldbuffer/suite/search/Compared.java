package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.compare.Comparison;
import io.github.oldbuffer.spec.compare.Difference;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares two implementations, and judges each of them; not a value, since it counts for the second one. */
public final class Compared implements Examiner {

    private final Implementation left;
    private final Implementation right;
    private final Judged ofLeft;
    private final Judged ofRight;
    private final Tally rightTally = Tally.counting();
    private final Map<Finding.Key, Long> differing = new HashMap<>();
    private final DeathBudget deathsOfLeft = new DeathBudget(1);
    private final DeathBudget deathsOfRight = new DeathBudget(1);

    /**
     * Compares.
     *
     * @param left whom the differences are about
     * @param right what it is held against
     */
    public Compared(Implementation left, Implementation right) {
        this.left = left;
        this.right = right;
        this.ofLeft = Judged.byEveryClause(left);
        this.ofRight = Judged.byEveryClause(right);
    }

    /** What the second one did by the contract. */
    public Tally rightTally() {
        return rightTally;
    }

    /** How many scenarios showed a difference, by its key. */
    public Map<Finding.Key, Long> differing() {
        return Map.copyOf(differing);
    }

    @Override
    public Identity identity() {
        return left.identity();
    }

    @Override
    public Capabilities supports() {
        return left.supports().and(right.supports());
    }

    @Override
    public List<Ran> run(List<Scenario> batch) {
        return SideBySide.run(left, right, batch);
    }

    @Override
    public void restart() {
        left.restart();
        right.restart();
    }

    @Override
    public void count(Try tried, Ran ran, Tally tally) {
        died(tried, ran.transcript(), deathsOfLeft);
        died(tried, ran.other(), deathsOfRight);
        ofLeft.count(tried, ran, tally);
        ofRight.count(tried, new Ran(ran.other(), null), rightTally);
        if (Ran.unsupported(ran.transcript()) || Ran.unsupported(ran.other())) {
            return;
        }
        tally.compared();
        for (Finding found : differences(tried, ran)) {
            differing.merge(found.key(), 1L, Long::sum);
            tally.add(found);
        }
    }

    private static void died(Try tried, Transcript transcript, DeathBudget deaths) {
        if (transcript.outcome() instanceof Outcome.Died died) {
            deaths.died(tried.scenario(), died);
        }
    }

    /** Of which of the two it says nothing depends on whom the calls had killed. */
    @Override
    public void leftOut(Try tried, Tally tally) {
        if (deathsOfLeft.leavesOut(tried.scenario())) {
            ofLeft.leftOut(tried, tally);
        }
        if (deathsOfRight.leavesOut(tried.scenario())) {
            ofRight.leftOut(tried, rightTally);
        }
    }

    @Override
    public List<Finding> findings(Try tried, Ran ran) {
        List<Finding> findings = new ArrayList<>();
        ofLeft.findings(tried, ran).forEach(finding -> findings.add(with(finding, ran)));
        findings.addAll(differences(tried, ran));
        return findings;
    }

    /** Whoever looks at the witness again finds the differences there too. */
    private static Finding with(Finding finding, Ran ran) {
        Finding.Shown shown = finding.shown();
        return finding.withShown(
                new Finding.Shown(shown.theme(), shown.scenario(), shown.step(), ran.transcript(), ran.other()));
    }

    /** None where the other one was not asked, as in a search for what the contract alone says. */
    private List<Finding> differences(Try tried, Ran ran) {
        if (ran.other() == null) {
            return List.of();
        }
        List<Difference> differences = Comparison.compare(tried.scenario(), ran.transcript(), ran.other());
        return ComparedFindings.of(differences, tried, ran, right.identity());
    }
}
