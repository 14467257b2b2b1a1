package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.time.LocalDate;
import java.util.Optional;

/** Why a deviation is new although an entry tells of it: a condition of the entry does not hold. */
public final class NearMiss {

    private NearMiss() {}

    /** Such as {@code the entry on file expired after 2027-01-31}; empty where no entry tells of the finding. */
    public static Optional<String> of(Run run, Finding finding, KnownDeviations onFile, LocalDate today) {
        Identity identity = run.implementation();
        String level = finding.clause() == null ? "" : RefiledRun.levels(run).apply(finding.clause());
        return onFile.entries().stream()
                .filter(entry -> entry.isFiledFor(identity) && entry.covers(finding))
                .map(entry -> sentence(entry, identity, level, today))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> sentence(KnownDeviation entry, Identity identity, String level, LocalDate today) {
        if (!entry.versions().contains(identity.version())) {
            return Optional.of(
                    "the entry on file is for the versions " + entry.versions() + " and not for " + identity.version());
        }
        if (!entry.appliesTo(identity, level)) {
            return entry.level()
                    .map(wanted -> "the entry on file is for the level " + wanted.word() + " and not for " + level);
        }
        return why(entry, today);
    }

    /** Why an entry does not count on a day; empty where it does. */
    public static Optional<String> why(KnownDeviation entry, LocalDate today) {
        if (entry.expiredOn(today)) {
            return entry.expires().map(last -> "the entry on file expired after " + last);
        }
        return entry.countsOn(today) ? Optional.empty() : Optional.of("the entry on file gives no reason");
    }
}
