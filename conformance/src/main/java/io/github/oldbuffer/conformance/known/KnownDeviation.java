package io.github.oldbuffer.conformance.known;

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
 * @param clause the clause deviated from; for a death the clause whose property meets it
 * @param symptom the judge's words for it; deviations match by clause and symptom
 * @param reason why it is accepted, for people
 * @param witness a valid scenario that shows it
 * @param upstream where it is reported, such as an issue's address
 * @param expires the last day on which the entry counts
 */
public record KnownDeviation(
        String implementation,
        VersionRange versions,
        String clause,
        String symptom,
        String reason,
        Scenario witness,
        Optional<String> upstream,
        Optional<LocalDate> expires) {

    /** Whether it is filed for this implementation and version. */
    public boolean appliesTo(Identity identity) {
        return implementation.equals(family(identity)) && versions.contains(identity.version());
    }

    /** The part of an implementation's id that deviations are filed by. */
    static String family(Identity identity) {
        return identity.id().split(":", 2)[0];
    }
}
