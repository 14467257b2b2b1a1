package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Witness;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.KnownText;
import io.github.oldbuffer.suite.known.Proposal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What results say should be on file. */
public final class UpdateKnown {

    private UpdateKnown() {}

    /**
     * The entries that should be on file: those there are without the stale ones, and one without a reason for each
     * deviation that is new and whose witness the results hold.
     *
     * @param judged results, held against the entries
     */
    public static KnownDeviations proposed(Results judged, KnownDeviations onFile) {
        List<KnownDeviation> kept =
                onFile.entries().stream().filter(entry -> !stale(entry, judged)).toList();
        return new KnownDeviations(
                Stream.concat(kept.stream(), added(judged, kept).stream()).toList());
    }

    /**
     * The text of a file that holds these entries, edited where they change.
     *
     * @param text of the file of {@code onFile}
     */
    public static String edited(String text, Results judged, KnownDeviations onFile) {
        List<KnownDeviation> all = onFile.entries();
        Set<Integer> removed = IntStream.range(0, all.size())
                .filter(i -> stale(all.get(i), judged))
                .boxed()
                .collect(Collectors.toSet());
        List<KnownDeviation> kept = IntStream.range(0, all.size())
                .filter(i -> !removed.contains(i))
                .mapToObj(all::get)
                .toList();
        return new KnownText(text).edited(removed, added(judged, kept));
    }

    private static List<KnownDeviation> added(Results judged, List<KnownDeviation> kept) {
        List<KnownDeviation> entries = new ArrayList<>(kept);
        for (Run run : judged.runs()) {
            for (Finding finding : run.findings()) {
                // an entry that has expired is for people to think about again, not to be filed twice
                if (!finding.known() && !filed(finding, run, entries)) {
                    witness(finding)
                            .map(witness -> Proposal.entry(
                                    run.implementation(), level(finding, run), finding, witness, day(run)))
                            .ifPresent(entries::add);
                }
            }
        }
        return List.copyOf(entries.subList(kept.size(), entries.size()));
    }

    /** Findings that are new, and that cannot be filed because the results hold no witness of them. */
    public static List<String> unfiled(Results judged) {
        return judged.runs().stream()
                .flatMap(run -> run.findings().stream())
                .filter(finding -> !finding.known() && witness(finding).isEmpty())
                .map(finding -> finding.heading() + ": " + finding.symptom())
                .toList();
    }

    private static Optional<Witness> witness(Finding finding) {
        return Optional.ofNullable(finding.evidence()).flatMap(Evidence::shows);
    }

    private static Optional<Level> level(Finding finding, Run run) {
        return Optional.ofNullable(finding.clause()).map(RefiledRun.levels(run)).flatMap(Level::find);
    }

    /** Empty where nobody noted when it was, or on no day that there is. */
    private static Optional<LocalDate> day(Run run) {
        try {
            return Optional.ofNullable(run.measured())
                    .map(measured -> OffsetDateTime.parse(measured.started()).toLocalDate());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static boolean filed(Finding finding, Run run, List<KnownDeviation> entries) {
        String level = level(finding, run).map(Level::word).orElse("");
        return entries.stream()
                .anyMatch(entry -> entry.appliesTo(run.implementation(), level) && entry.covers(finding));
    }

    /** Whether it was replayed and is stale wherever it applies; of what was not replayed nothing is known. */
    private static boolean stale(KnownDeviation entry, Results judged) {
        List<Optional<Boolean>> everywhere = judged.runs().stream()
                .filter(run -> entry.appliesTo(
                        run.implementation(),
                        entry.clause().map(RefiledRun.levels(run)).orElse("")))
                .map(run -> RefiledRun.stale(entry, run))
                .toList();
        return !everywhere.isEmpty() && everywhere.stream().allMatch(stale -> stale.orElse(false));
    }
}
