package io.github.oldbuffer.suite.known;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A deviation on file.
 *
 * @param implementation the id it is filed for, up to the first colon: {@code cpython} covers
 *     {@code cpython:/path/to/python3}
 * @param versions the versions that deviate
 * @param level the entry counts only while its clause binds at this level; empty where it counts at every level
 * @param clause the clause deviated from; for a death the clause whose property meets it
 * @param symptom the judge's words for it; deviations match by clause and symptom
 * @param reason why it is accepted, for people
 * @param witness a valid scenario that shows it
 * @param since the day on which it came on file
 * @param upstream where it is reported, such as an issue's address
 * @param expires the last day on which the entry counts
 */
public record KnownDeviation(
        String implementation,
        VersionRange versions,
        Optional<Level> level,
        String clause,
        String symptom,
        String reason,
        Scenario witness,
        Optional<LocalDate> since,
        Optional<String> upstream,
        Optional<LocalDate> expires) {

    /** An entry that counts whatever the level of its clause, and of which nobody noted when it came on file. */
    public KnownDeviation(
            String implementation,
            VersionRange versions,
            String clause,
            String symptom,
            String reason,
            Scenario witness,
            Optional<String> upstream,
            Optional<LocalDate> expires) {
        this(
                implementation,
                versions,
                Optional.empty(),
                clause,
                symptom,
                reason,
                witness,
                Optional.empty(),
                upstream,
                expires);
    }

    /** The same about other implementations, for another reason. */
    KnownDeviation as(String others, String why) {
        return new KnownDeviation(others, versions, level, clause, symptom, why, witness, since, upstream, expires);
    }

    /** Whether it is filed for this implementation and version, and for the level that the clause has in this kit. */
    public boolean appliesTo(Identity identity) {
        return appliesTo(
                identity,
                Clauses.find(clause).map(found -> found.level().word()).orElse(""));
    }

    /** Whether it is filed for this implementation, version and level of its clause. */
    public boolean appliesTo(Identity identity, String word) {
        return isFiledFor(identity)
                && versions.contains(identity.version())
                && level.map(wanted -> wanted.word().equals(word)).orElse(true);
    }

    /** Whether it is filed for this implementation, whatever its version. */
    public boolean isFiledFor(Identity identity) {
        return implementation.equals(family(identity));
    }

    /** Whether it tells of this deviation, whoever shows it. */
    public boolean isOf(String deviated, String shown) {
        return clause.equals(deviated) && symptom.equals(shown);
    }

    /** Whether it has not expired on a day. */
    public boolean countsOn(LocalDate day) {
        return expires.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The part of an implementation's id that deviations are filed by. */
    static String family(Identity identity) {
        return identity.id().split(":", 2)[0];
    }
}
