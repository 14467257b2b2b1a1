package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.reports.compare.Elsewhere.Gone;
import io.github.oldbuffer.reports.compare.Elsewhere.There;
import io.github.oldbuffer.reports.compare.Elsewhere.Unasked;
import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stored results say of a finding that other results have and they have not: it is gone only where the same was asked,
 * and answered.
 *
 * <p>A witness on file answers where both runs replayed it. Everything else was searched for: the same kit draws the same
 * scenarios of the same seed, so that what one run came by the other was asked too, unless it does not have the object,
 * died of the function, or was cut short.
 */
public final class StoredAnswers {

    /** Options that do not change what is asked of an implementation, or that are looked at by themselves. */
    private static final Set<String> ELSEWHERE =
            Set.of("-i", "--implementation", "--known", "--out", "--seed", "--tries", "--clauses", "--write-known");

    private final Stored with;
    private final Stored without;

    private StoredAnswers(Stored with, Stored without) {
        this.with = with;
        this.without = without;
    }

    /**
     * A run, and what it is part of.
     *
     * @param results that have the run
     */
    public record Stored(Results results, Run run) {}

    /**
     * What a run says of a finding of another one.
     *
     * @param with has the finding
     * @param without has it not
     */
    public static Elsewhere of(Stored with, Stored without, Finding finding) {
        return new StoredAnswers(with, without).of(finding);
    }

    private Elsewhere of(Finding finding) {
        Optional<Replayed> own = with.run().replayed().stream()
                .filter(entry -> about(entry, finding) && !entry.stale())
                .findFirst();
        Optional<Replayed> same = own.flatMap(entry -> replayed(without.run())
                .filter(other -> other.witness().equals(entry.witness())
                        && !entry.witness().isEmpty())
                .filter(other -> about(other, finding))
                .findFirst());
        if (same.isPresent() && !same.get().stale()) {
            return new There(Set.of(finding.key()));
        }
        return unanswered(finding)
                .or(() -> same.isPresent() ? Optional.empty() : own.flatMap(entry -> notReplayed(finding)))
                .or(() -> same.isPresent() ? Optional.empty() : unlike())
                .<Elsewhere>map(Unasked::new)
                .orElseGet(Gone::new);
    }

    private static Stream<Replayed> replayed(Run run) {
        return Stream.concat(run.replayed().stream(), run.elsewhere().stream());
    }

    private static boolean about(Replayed entry, Finding finding) {
        return entry.function().equals(finding.function())
                && Objects.equals(entry.clause(), finding.clause())
                && entry.symptoms().stream()
                        .anyMatch(symptom -> symptom.equals(finding.symptom())
                                || finding.kind() == Kind.DEATH
                                        && finding.symptom().startsWith(symptom + " ("));
    }

    /** What a search came by is found again by the same search; what a witness on file shows may take that witness. */
    private static Optional<String> notReplayed(Finding finding) {
        String versions = finding.known() ? finding.filed().versions() : "";
        return Optional.of("the witness on file was not run"
                + (versions == null || versions.isEmpty() ? "" : ", which is filed for " + versions));
    }

    /** Why other scenarios were drawn. */
    private Optional<String> unlike() {
        Results.Kit one = with.results().kit();
        Results.Kit other = without.results().kit();
        if (!one.version().equals(other.version())) {
            return Optional.of("another version of the kit asked (" + other.version() + ", not " + one.version() + ")");
        } else if (one.seed() != other.seed()) {
            return Optional.of("another seed was drawn (" + other.seed() + ", not " + one.seed() + ")");
        } else if (other.tries() < one.tries()) {
            return Optional.of(
                    "fewer scenarios were drawn (" + other.tries() + " for a clause, not " + one.tries() + ")");
        } else if (!asked(with).equals(asked(without))) {
            return Optional.of("another command asked (" + words(without) + ", not " + words(with) + ")");
        }
        return Optional.empty();
    }

    private static List<String> asked(Stored stored) {
        List<String> kept = new ArrayList<>();
        if (stored.results().command() == null) {
            return kept;
        }
        List<String> words = stored.results().command().words();
        for (int i = 0; i < words.size(); i++) {
            if (ELSEWHERE.contains(words.get(i))) {
                i++;
            } else {
                kept.add(words.get(i));
            }
        }
        return kept;
    }

    private static String words(Stored stored) {
        List<String> asked = asked(stored);
        return asked.isEmpty() ? "one that nobody noted" : String.join(" ", asked);
    }

    /** Why the run has no answer about the finding, whatever was asked. */
    private Optional<String> unanswered(Finding finding) {
        Run run = without.run();
        if (run.broken() != null) {
            return Optional.of("the run was cut short: " + run.broken());
        }
        if (!makes(run, finding.object()) && makes(with.run(), finding.object())) {
            return Optional.of("no scenario had the object " + finding.object());
        }
        return finding.clause() == null
                ? unexercised(finding, run)
                : unheld(finding.clause(), run).or(() -> deaths(finding, run));
    }

    private static boolean makes(Run run, String object) {
        Coverage coverage = run.coverage();
        return coverage == null
                || coverage.dimensions().stream()
                        .filter(dimension -> dimension.name().equals("kind"))
                        .noneMatch(dimension -> dimension.missing().contains(object));
    }

    private static Optional<String> unheld(String clause, Run run) {
        Optional<ClauseResult> result = run.clause(clause);
        if (result.isEmpty()) {
            return Optional.of(clause + " was not asked");
        }
        String why = result.get().why() == null ? "" : ": " + result.get().why();
        return switch (result.get().verdict()) {
            case HOLDS, VIOLATED -> Optional.empty();
            case DIED -> Optional.of("scenarios of " + clause + " died" + why);
            case NOT_EXERCISED -> Optional.of(clause + " was not exercised" + why);
            case NOT_APPLICABLE -> Optional.of(clause + " does not apply" + why);
        };
    }

    /** A death leaves scenarios open; one that both runs have left them open in both. */
    private Optional<String> deaths(Finding finding, Run run) {
        return deaths(run)
                .filter(death -> death.function().equals(finding.function()))
                .filter(death ->
                        deaths(with.run()).noneMatch(other -> other.key().equals(death.key())))
                .findFirst()
                .map(death -> "calls of " + death.function() + " died");
    }

    private static Stream<Finding> deaths(Run run) {
        return run.findings().stream().filter(finding -> finding.kind() == Kind.DEATH);
    }

    /** Of what is about no clause: whether any clause about the function was exercised. */
    private static Optional<String> unexercised(Finding finding, Run run) {
        boolean any = run.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.HOLDS || clause.verdict() == Verdict.VIOLATED)
                .anyMatch(clause -> isAbout(clause.id(), finding.function()));
        return any ? Optional.empty() : Optional.of("no clause about " + finding.function() + " was answered");
    }

    private static boolean isAbout(String clause, String function) {
        List<String> functions = ClauseFunctions.of(clause).stream()
                .map(io.github.oldbuffer.spec.scenario.Function::cName)
                .toList();
        return functions.isEmpty() || functions.contains(function);
    }
}
