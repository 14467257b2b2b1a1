package io.github.oldbuffer.suite.known;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Witness;
import io.github.oldbuffer.spec.text.RequestFlags;
import io.github.oldbuffer.spec.transcript.Outcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A deviation on file.
 *
 * @param implementation the id it is filed for, up to the first colon: {@code cpython} covers
 *     {@code cpython:/path/to/python3}
 * @param versions the versions that deviate
 * @param level the entry counts only while its clause binds at this level; empty where it counts at every level
 * @param function the C function that deviates
 * @param clause the clause deviated from; empty for a death and for a difference
 * @param symptoms the kit's words for what is wrong, at least one; of a death, a symptom without the circumstances that
 *     stand in brackets behind the function covers every call of the function
 * @param objects the kinds of object that the reason is about; empty where it is about any
 * @param reason why it is accepted, for people; empty where nobody has thought about it yet
 * @param witness a valid scenario that shows it
 * @param since the day on which it came on file
 * @param upstream where it is reported, such as an issue's address
 * @param expires the last day on which the entry counts
 */
public record KnownDeviation(
        String implementation,
        VersionRange versions,
        Optional<Level> level,
        String function,
        Optional<String> clause,
        List<String> symptoms,
        Set<String> objects,
        String reason,
        Witness witness,
        Optional<LocalDate> since,
        Optional<String> upstream,
        Optional<LocalDate> expires) {

    private static final Pattern DEATH = Pattern.compile(
            Arrays.stream(Outcome.Death.values()).map(Enum::name).collect(Collectors.joining("|", "(?:", ") \\(")));

    public KnownDeviation {
        symptoms = symptoms.stream().map(RequestFlags::named).toList();
        objects = Set.copyOf(objects);
    }

    /** An entry for a finding: any version, any level, any object. */
    public static KnownDeviation of(Finding finding, String implementation, String reason) {
        return new KnownDeviation(
                implementation,
                VersionRange.ALL,
                Optional.empty(),
                finding.function(),
                Optional.ofNullable(finding.clause()),
                List.of(finding.symptom()),
                Set.of(),
                reason,
                finding.shown().scenario(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same about other implementations, for another reason. */
    public KnownDeviation as(String others, String why) {
        return new KnownDeviation(
                others, versions, level, function, clause, symptoms, objects, why, witness, since, upstream, expires);
    }

    /** Whether it is filed for this implementation and version, and for the level that the clause has in this kit. */
    public boolean appliesTo(Identity identity) {
        return appliesTo(
                identity,
                clause.flatMap(Clauses::find).map(found -> found.level().word()).orElse(""));
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

    /** What sort of finding it tells of. */
    public Kind kind() {
        if (clause.isPresent()) {
            return Kind.VIOLATION;
        }
        return DEATH.matcher(symptoms.get(0)).lookingAt() ? Kind.DEATH : Kind.DIFFERENCE;
    }

    /** Whether it tells of a finding, whoever shows it. */
    public boolean covers(Finding finding) {
        return kind() == finding.kind()
                && function.equals(finding.function())
                && clause.equals(Optional.ofNullable(finding.clause()))
                && symptoms.stream().anyMatch(symptom -> matches(symptom, finding))
                && (objects.isEmpty() || objects.contains(finding.object()));
    }

    private static boolean matches(String symptom, Finding finding) {
        return symptom.equals(finding.symptom())
                // earlier kits called Fortran order strided
                || symptom.equals(finding.symptom().replace("Fortran-ordered", "strided"))
                || finding.kind() == Kind.DEATH && coversDeath(symptom, finding.symptom());
    }

    /** An entry without the circumstances of a call, or without the sentence of an assertion, covers any of them. */
    private static boolean coversDeath(String filed, String found) {
        String plain = found.replaceFirst("\\(SIGABRT: .*\\)(?= in )", "(SIGABRT)");
        return Stream.of(found, plain).anyMatch(each -> each.equals(filed) || each.startsWith(filed + " ("));
    }

    /** Whether it excuses anything on a day: somebody has given a reason, and it has not expired. */
    public boolean countsOn(LocalDate day) {
        return !reason.isBlank() && !expiredOn(day);
    }

    /** Whether it has expired on a day. */
    public boolean expiredOn(LocalDate day) {
        return expires.map(day::isAfter).orElse(false);
    }

    /** The clause, or the function where no clause is meant, and what is wrong, for people. */
    public String words() {
        return clause.orElse(function) + ": " + String.join("; ", symptoms);
    }

    /** What results hold of it. */
    public Filed filed() {
        return new Filed(
                reason,
                versions.toString(),
                since.map(LocalDate::toString).orElse(null),
                upstream.orElse(null),
                expires.map(LocalDate::toString).orElse(null));
    }

    /** The part of an implementation's id that deviations are filed by. */
    static String family(Identity identity) {
        return identity.id().split(":", 2)[0];
    }
}
