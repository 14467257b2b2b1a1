package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.words.Finding;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.time.LocalDate;
import java.util.Optional;

/** Why a deviation is new although an entry tells of it: a condition of the entry does not hold. */
final class NearMiss {

    private NearMiss() {}

    /** Such as {@code the entry on file expired after 2027-01-31}; empty where no entry tells of the finding. */
    static Optional<String> of(Identity identity, Finding finding, KnownDeviations onFile, LocalDate today) {
        return onFile.entries().stream()
                .filter(entry -> entry.isFiledFor(identity) && entry.isOf(finding.clause(), finding.symptom()))
                .map(entry -> sentence(entry, identity, finding, today))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> sentence(
            KnownDeviation entry, Identity identity, Finding finding, LocalDate today) {
        if (!entry.versions().contains(identity.version())) {
            return Optional.of(
                    "the entry on file is for the versions " + entry.versions() + " and not for " + identity.version());
        }
        if (!entry.appliesTo(identity, finding.level())) {
            return entry.level()
                    .map(level ->
                            "the entry on file is for the level " + level.word() + " and not for " + finding.level());
        }
        return entry.countsOn(today)
                ? Optional.empty()
                : entry.expires().map(last -> "the entry on file expired after " + last);
    }
}
