package io.github.oldbuffer.suite.known;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.results.WitnessForm;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.scenario.Witness;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of known deviations as it stands in JSON: fields that are missing are {@code null}. */
record KnownDocument(String format, int version, List<Entry> deviations) {

    /** Of version 1: a symptom that tells of a death names the function behind it. */
    private static final Pattern DEATH =
            Pattern.compile("(?:CRASHED|TIMED_OUT) \\(.*?\\) in (?:.*?(Py[A-Za-z]+_[A-Za-z]+).*|.*)");

    /** An entry, in version 1 with {@code symptom}, in version 2 with {@code symptoms}, {@code function}, {@code objects}. */
    record Entry(
            String implementation,
            String versions,
            String level,
            String function,
            String clause,
            String symptom,
            List<String> symptoms,
            List<String> objects,
            String reason,
            String since,
            String upstream,
            String expires,
            JsonNode witness) {

        KnownDeviation read(int version, String place) throws KnownDeviationsException {
            text(implementation, place + ".implementation");
            if (reason == null) {
                throw new KnownDeviationsException(place + ".reason: the field is missing");
            }
            if (clause != null && Clauses.find(clause).isEmpty()) {
                throw new KnownDeviationsException(place + ".clause: no clause is called " + clause);
            }
            List<String> shown = symptoms(version, place);
            List<String> about = objects == null ? List.of() : objects;
            if (about.stream().anyMatch(kind -> kind == null || kind.isBlank())) {
                throw new KnownDeviationsException(place + ".objects: expected a list of kinds of object");
            }
            Witness shows = witness(place + ".witness");
            boolean death = version == 1 && DEATH.matcher(shown.get(0)).matches();
            if (version == 1) {
                text(clause, place + ".clause");
            }
            return new KnownDeviation(
                    implementation,
                    versions(place),
                    level(place),
                    function(version, death, shows, place),
                    death ? Optional.empty() : Optional.ofNullable(clause),
                    shown,
                    Set.copyOf(about),
                    reason.strip(),
                    shows,
                    day(since, place + ".since"),
                    Optional.ofNullable(upstream),
                    day(expires, place + ".expires"));
        }

        private List<String> symptoms(int version, String place) throws KnownDeviationsException {
            if (version == 1) {
                text(symptom, place + ".symptom");
                absent(symptoms, place + ".symptoms");
                absent(function, place + ".function");
                absent(objects, place + ".objects");
                return List.of(symptom);
            }
            absent(symptom, place + ".symptom");
            if (symptoms == null
                    || symptoms.isEmpty()
                    || symptoms.stream().anyMatch(each -> each == null || each.isBlank())) {
                throw new KnownDeviationsException(place + ".symptoms: expected a list of texts, at least one");
            }
            return symptoms;
        }

        /** Version 1 names none: the witness ends with the step that shows what is wrong, or little behind it. */
        private String function(int version, boolean death, Witness shows, String place)
                throws KnownDeviationsException {
            if (version > 1) {
                text(function, place + ".function");
                return function;
            }
            Matcher named = DEATH.matcher(symptom);
            Optional<String> subject = death
                    ? Optional.of(named).filter(Matcher::matches).map(found -> found.group(1))
                    : ClauseFunctions.subject(clause);
            if (!(shows instanceof Scenario scenario)) {
                throw new KnownDeviationsException(place + ".witness: version 1 has no scenarios of consumers");
            }
            return subject.orElseGet(() -> StepSubject.function(scenario, Scenario.MAX_STEPS));
        }

        private VersionRange versions(String place) throws KnownDeviationsException {
            return VersionRange.parse(versions == null ? "" : versions)
                    .orElseThrow(() -> new KnownDeviationsException(place
                            + ".versions: expected conditions such as \">=3.6 <3.13\", found \"" + versions + "\""));
        }

        private Optional<Level> level(String place) throws KnownDeviationsException {
            Optional<Level> found = Optional.ofNullable(level).flatMap(Level::find);
            if (level != null && found.isEmpty()) {
                String words = Arrays.stream(Level.values()).map(Level::word).collect(Collectors.joining(", "));
                throw new KnownDeviationsException(
                        place + ".level: expected one of " + words + ", found \"" + level + "\"");
            }
            return found;
        }

        private Witness witness(String place) throws KnownDeviationsException {
            if (witness == null) {
                throw new KnownDeviationsException(place + ": the field is missing");
            }
            Witness found;
            try {
                found = WitnessForm.fromTree(witness);
            } catch (JsonException e) {
                throw new KnownDeviationsException(place + ": " + e.getMessage());
            }
            if (!(found instanceof Scenario scenario)) {
                return found;
            }
            Optional<String> problem = Facts.problem(scenario);
            if (problem.isPresent()) {
                throw new KnownDeviationsException(place + ": the scenario is not valid: " + problem.get());
            }
            return scenario;
        }

        private static Optional<LocalDate> day(String text, String place) throws KnownDeviationsException {
            try {
                return Optional.ofNullable(text).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                throw new KnownDeviationsException(
                        place + ": expected a day such as 2027-01-31, found \"" + text + "\"");
            }
        }

        private static void text(String value, String place) throws KnownDeviationsException {
            if (value == null) {
                throw new KnownDeviationsException(place + ": the field is missing");
            }
            if (value.isBlank()) {
                throw new KnownDeviationsException(place + ": expected text");
            }
        }

        private static void absent(Object value, String place) throws KnownDeviationsException {
            if (value != null) {
                throw new KnownDeviationsException(place + ": the version of the file has no such field");
            }
        }
    }
}
