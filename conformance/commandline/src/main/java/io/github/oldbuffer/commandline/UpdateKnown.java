package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.words.Finding;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.Proposal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What results say should be on file. */
final class UpdateKnown {

    private UpdateKnown() {}

    /**
     * The entries that should be on file: those there are without the stale ones, and one without a reason for each
     * deviation that is new and whose witness the results hold.
     *
     * @param judged results, held against the entries
     */
    static KnownDeviations proposed(Results judged, KnownDeviations onFile) {
        List<KnownDeviation> entries = new ArrayList<>();
        for (KnownDeviation entry : onFile.entries()) {
            if (!stale(entry, judged)) {
                entries.add(entry);
            }
        }
        for (Run run : judged.runs()) {
            for (Finding finding : Finding.in(run)) {
                // an entry that has expired is for people to think about again, not to be filed twice
                if (!finding.known() && !filed(finding, run, entries)) {
                    Remade.scenario(finding.evidence())
                            .map(witness -> Proposal.entry(
                                    run.implementation(),
                                    Level.find(finding.level()),
                                    finding.clause(),
                                    finding.symptom(),
                                    witness,
                                    day(run)))
                            .ifPresent(entries::add);
                }
            }
        }
        return new KnownDeviations(entries);
    }

    /** Deviations that are new, and that cannot be filed because the results hold no witness of them. */
    static List<String> unfiled(Results judged) {
        List<String> names = new ArrayList<>();
        for (Run run : judged.runs()) {
            Finding.in(run).stream()
                    .filter(finding -> !finding.known()
                            && Remade.scenario(finding.evidence()).isEmpty())
                    .forEach(finding -> names.add(finding.clause() + ": " + finding.symptom()));
        }
        return names;
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
        return entries.stream()
                .anyMatch(entry -> entry.appliesTo(run.implementation(), finding.level())
                        && entry.isOf(finding.clause(), finding.symptom()));
    }

    /** Whether it is stale wherever it applies. */
    private static boolean stale(KnownDeviation entry, Results judged) {
        Optional<Boolean> everywhere = judged.runs().stream()
                .filter(run ->
                        entry.appliesTo(run.implementation(), OnFile.levels(run).apply(entry.clause())))
                .map(run -> run.stale().contains(new Run.Stale(entry.clause(), entry.symptom())))
                .reduce(Boolean::logicalAnd);
        return everywhere.orElse(false);
    }
}
