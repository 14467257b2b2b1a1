package io.github.oldbuffer.reports.json;

import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Filed;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Strength;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.implementation.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the types of a results file do not say: words, ranges, and that paths stay inside the report's folder. */
final class ResultsCheck {

    private static final Pattern CLAUSE = Pattern.compile("[A-Z]+-[0-9]+");
    private static final Pattern WITNESS = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_.-]+)*");
    private static final Pattern STARTED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final List<String> KINDS = List.of("CRASHED", "TIMED_OUT");
    private static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::word).collect(Collectors.toUnmodifiableList());

    private final List<String> problems = new ArrayList<>();

    private ResultsCheck() {}

    /** The first thing that is wrong, in one sentence that begins with the place. */
    static Optional<String> problem(Results results) {
        ResultsCheck check = new ResultsCheck();
        check.results(results);
        return check.problems.stream().findFirst();
    }

    /** What to say of a schema, where it is not the one that this kit reads. */
    static Optional<String> otherSchema(int schema) {
        return schema == Results.SCHEMA
                ? Optional.empty()
                : Optional.of("schema: expected " + Results.SCHEMA + ", found " + schema
                        + "; this kit reads no other version");
    }

    private void results(Results results) {
        otherSchema(results.schema()).ifPresent(problems::add);
        text(results.kit().version(), "kit.version");
        expect(results.kit().tries() >= 1, "kit.tries", "expected at least 1");
        for (int i = 0; i < results.runs().size(); i++) {
            run(results.runs().get(i), "runs[" + i + "]");
        }
        if (results.command() != null) {
            expect(!results.command().words().isEmpty(), "command.words", "expected at least one word");
        }
        if (results.strength() != null) {
            strength(results.strength());
        }
    }

    private void run(Run run, String at) {
        identity(run.implementation(), at + ".implementation");
        expect(run.scenarios() >= 0, at + ".scenarios", "expected 0 or more");
        expect(run.unsupported() >= 0, at + ".unsupported", "expected 0 or more");
        for (int i = 0; i < run.clauses().size(); i++) {
            clause(run.clauses().get(i), at + ".clauses[" + i + "]");
        }
        for (int i = 0; i < run.crashes().size(); i++) {
            crash(run.crashes().get(i), at + ".crashes[" + i + "]");
        }
        for (int i = 0; i < run.differences().size(); i++) {
            difference(run.differences().get(i), at + ".differences[" + i + "]");
        }
        for (int i = 0; i < run.stale().size(); i++) {
            clauseId(run.stale().get(i).clause(), at + ".stale[" + i + "].clause");
            text(run.stale().get(i).symptom(), at + ".stale[" + i + "].symptom");
        }
        measured(run.measured(), at + ".measured");
        if (run.coverage() != null) {
            CoverageCheck.problem(run.coverage()).ifPresent(problem -> problems.add(at + ".coverage" + problem));
            for (int i = 0; i < run.coverage().deaths().size(); i++) {
                text(run.coverage().deaths().get(i).symptom(), at + ".coverage.deaths[" + i + "].symptom");
                witness(run.coverage().deaths().get(i).witness(), at + ".coverage.deaths[" + i + "].witness");
            }
        }
    }

    private void clause(Run.ClauseResult clause, String at) {
        clauseId(clause.id(), at + ".id");
        expect(LEVELS.contains(clause.level()), at + ".level", "expected one of " + String.join(", ", LEVELS));
        expect(clause.scenarios() >= 0, at + ".scenarios", "expected 0 or more");
        clause.missing().forEach(name -> text(name, at + ".missing"));
        expect(
                (clause.verdict() == Run.Overall.VIOLATED)
                        == !clause.violations().isEmpty(),
                at + ".verdict",
                "VIOLATED is the verdict exactly where there are violations");
        for (int i = 0; i < clause.violations().size(); i++) {
            Run.ViolationResult violation = clause.violations().get(i);
            String here = at + ".violations[" + i + "]";
            text(violation.symptom(), here + ".symptom");
            text(violation.reason(), here + ".reason");
            witness(violation.witness(), here + ".witness");
            filed(violation.filed(), here + ".filed");
            evidence(violation.evidence(), here + ".evidence");
        }
    }

    private void crash(Run.Crash crash, String at) {
        expect(KINDS.contains(crash.kind()), at + ".kind", "expected one of " + String.join(", ", KINDS));
        text(crash.signal(), at + ".signal");
        clauseId(crash.clause(), at + ".clause");
        text(crash.symptom(), at + ".symptom");
        witness(crash.witness(), at + ".witness");
        filed(crash.filed(), at + ".filed");
        evidence(crash.evidence(), at + ".evidence");
    }

    private void difference(Run.Difference difference, String at) {
        text(difference.symptom(), at + ".symptom");
        witness(difference.witness(), at + ".witness");
        if (difference.shown() != null) {
            identity(difference.shown().other(), at + ".shown.other");
            text(difference.shown().reason(), at + ".shown.reason");
            evidence(difference.shown().evidence(), at + ".shown.evidence");
        }
    }

    private void filed(Filed filed, String at) {
        if (filed != null) {
            expect(filed.versions() != null, at + ".versions", "expected text");
            day(filed.since(), at + ".since");
            day(filed.expires(), at + ".expires");
        }
    }

    private void day(String day, String at) {
        expect(day == null || DAY.matcher(day).matches(), at, "expected a day such as 2026-11-22");
    }

    private void identity(Identity identity, String at) {
        text(identity.id(), at + ".id");
        text(identity.name(), at + ".name");
        text(identity.version(), at + ".version");
    }

    private void strength(Strength strength) {
        expect(strength.tries() >= 1, "strength.tries", "expected at least 1");
        expect(strength.seeds() >= 1, "strength.seeds", "expected at least 1");
        for (int i = 0; i < strength.mutants().size(); i++) {
            Strength.Mutant mutant = strength.mutants().get(i);
            String at = "strength.mutants[" + i + "]";
            text(mutant.name(), at + ".name");
            clauseId(mutant.clause(), at + ".clause");
            text(mutant.sentence(), at + ".sentence");
            expect(
                    mutant.killed() >= 0 && mutant.killed() <= strength.seeds(),
                    at + ".killed",
                    "expected 0 to " + strength.seeds());
            expect(mutant.median() >= 0, at + ".median", "expected 0 or more");
            expect(mutant.worst() >= mutant.median(), at + ".worst", "expected the median or more");
            mutant.others().forEach(clause -> clauseId(clause, at + ".others"));
        }
    }

    private void evidence(Evidence evidence, String at) {
        if (evidence != null) {
            EvidenceCheck.problem(evidence).ifPresent(problem -> problems.add(at + problem));
        }
    }

    private void measured(Run.Measured measured, String at) {
        if (measured != null) {
            expect(
                    measured.started() != null
                            && STARTED.matcher(measured.started()).matches(),
                    at + ".started",
                    "expected a moment in UTC, such as 2026-11-22T09:00:00Z");
            expect(measured.millis() >= 0, at + ".millis", "expected 0 or more");
        }
    }

    private void clauseId(String id, String at) {
        expect(id != null && CLAUSE.matcher(id).matches(), at, "expected the id of a clause, such as READ-6");
    }

    /** Reports link to witnesses, so a path must not lead out of the report's folder. */
    private void witness(String path, String at) {
        expect(
                path != null && WITNESS.matcher(path).matches() && !path.contains(".."),
                at,
                "expected a path inside the report's folder, such as deviations/READ-3-x/witness.json");
    }

    private void text(String text, String at) {
        expect(text != null && !text.isBlank(), at, "expected text");
    }

    private void expect(boolean condition, String at, String sentence) {
        if (!condition) {
            problems.add(at + ": " + sentence);
        }
    }
}
