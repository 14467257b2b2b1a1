package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.reports.words.Slug;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Gives each finding that has evidence a folder of its own in the folder of its cause. */
public final class FindingFolders {

    static final String FOLDER = "deviations";
    static final String WITNESS = "witness.json";

    /** Folders that are taken; no file system tells upper from lower case everywhere, so that this does not either. */
    private final Set<String> taken = new HashSet<>();

    private FindingFolders() {}

    /**
     * The same results, each finding with the path of its witness in the report's folder.
     *
     * <p>The same results always give the same paths. Findings without evidence, whose witness cannot be written, keep
     * the path that they have.
     */
    public static Results placed(Results results) {
        return placed(List.of(results)).get(0);
    }

    /** The same of several results whose findings go to one folder. */
    public static List<Results> placed(List<Results> reports) {
        FindingFolders folders = new FindingFolders();
        return reports.stream()
                .map(results -> results.withRuns(
                        results.runs().stream().map(folders::run).toList()))
                .toList();
    }

    /** Every finding of a run that has a folder. */
    static List<Finding> in(Run run) {
        List<Finding> beyond =
                run.coverage() == null ? List.of() : run.coverage().deaths();
        return Stream.concat(run.findings().stream(), beyond.stream())
                .filter(finding -> finding.evidence() != null)
                .toList();
    }

    private Run run(Run run) {
        Run placed = run.withFindings(run.findings().stream().map(this::place).toList());
        Coverage coverage = run.coverage();
        return coverage == null
                ? placed
                : placed.withCoverage(new Coverage(
                        coverage.dimensions(),
                        coverage.pairs(),
                        coverage.beyond(),
                        coverage.deaths().stream().map(this::place).toList()));
    }

    private Finding place(Finding finding) {
        if (finding.evidence() == null) {
            return finding;
        }
        String wanted = FOLDER + "/" + finding.cause().id() + "/" + finding.heading() + "-"
                + Slug.of(finding.symptom(), "finding");
        String folder = wanted;
        // two implementations may show the same symptom, each with a witness of its own
        for (int number = 2; !taken.add(folder.toLowerCase(Locale.ROOT)); number++) {
            folder = wanted + "-" + number;
        }
        return finding.withWitness(folder + "/" + WITNESS);
    }
}
