package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.reports.compare.Elsewhere;
import io.github.oldbuffer.reports.compare.RunChange;
import io.github.oldbuffer.reports.compare.Side;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.compare.DiffResult;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Ran;
import io.github.oldbuffer.suite.search.Transcripts;
import io.github.oldbuffer.suite.search.Try;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What each of two implementations says of the findings of the other: the witness of each finding that only one of them has is
 * run on the other, so that nothing is called fixed, or new, which was not asked on both sides.
 */
public final class BothSides {

    private final DiffResult result;
    private final Map<String, Elsewhere> onRight;
    private final Map<String, Elsewhere> onLeft;

    private BothSides(DiffResult result, Map<String, Elsewhere> onRight, Map<String, Elsewhere> onLeft) {
        this.result = result;
        this.onRight = onRight;
        this.onLeft = onLeft;
    }

    /** Asks both, which have just been compared. */
    public static BothSides asked(DiffResult result, Implementation left, Implementation right) {
        return new BothSides(
                result, answers(result.left(), result.right(), right), answers(result.right(), result.left(), left));
    }

    private static Map<String, Elsewhere> answers(Run has, Run hasNot, Implementation asked) {
        Set<Map.Entry<Finding.Key, String>> there =
                hasNot.findings().stream().map(BothSides::place).collect(Collectors.toSet());
        Map<String, Elsewhere> answers = new HashMap<>();
        for (Finding finding : has.findings()) {
            if (finding.kind() != Kind.DIFFERENCE && !there.contains(place(finding))) {
                answers.put(finding.id(), answer(asked, finding));
            }
        }
        return answers;
    }

    /** One symptom of two sorts of object may have two causes. */
    private static Map.Entry<Finding.Key, String> place(Finding finding) {
        return Map.entry(finding.key(), finding.object());
    }

    private static Elsewhere answer(Implementation asked, Finding finding) {
        Finding.Shown shown = finding.shown();
        Transcript transcript;
        try {
            transcript = Transcripts.of(asked, shown.scenario());
        } catch (BrokenImplementationException broken) {
            return new Elsewhere.Unasked(broken.getMessage());
        }
        List<Finding> seen = Judged.byEveryClause(asked)
                .findings(new Try(shown.theme(), shown.scenario()), new Ran(transcript, null));
        Set<Finding.Key> same = seen.stream()
                .filter(other -> isSame(finding, other))
                .map(Finding::key)
                .collect(Collectors.toSet());
        if (!same.isEmpty()) {
            return new Elsewhere.There(same);
        } else if (transcript.outcome() instanceof Outcome.Unsupported unsupported) {
            return new Elsewhere.Unasked("it does not support the witness: " + unsupported.what());
        } else if (transcript.outcome() instanceof Outcome.Died died) {
            return new Elsewhere.Unasked("it dies of the witness: " + died.death());
        }
        return new Elsewhere.Gone();
    }

    /** The same clause violated, or a death in the same function, in whatever words. */
    private static boolean isSame(Finding finding, Finding other) {
        return finding.kind() == other.kind()
                && finding.function().equals(other.function())
                && (finding.clause() == null || finding.clause().equals(other.clause()));
    }

    /** What became different, by what the report has of both. */
    public RunChange change(Results placed) {
        return RunChange.of(
                side(placed.runs().get(0), onLeft, result.ofLeft()),
                side(placed.runs().get(1), onRight, result.ofRight()));
    }

    private static Side side(Run run, Map<String, Elsewhere> answers, ToLongFunction<List<Finding>> scenarios) {
        return new Side(
                run,
                run.findings().stream()
                        .filter(finding -> finding.kind() != Kind.DIFFERENCE)
                        .toList(),
                finding -> answers.getOrDefault(finding.id(), new Elsewhere.There(Set.of(finding.key()))),
                findings -> OptionalLong.of(scenarios.applyAsLong(findings)));
    }
}
