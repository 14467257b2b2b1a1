package io.github.oldbuffer.reports.words;

import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Place;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.results.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A finding that is new, with the line of the repository that it is about: what services show beside code.
 *
 * @param source where to show it
 */
public record Located(Run run, Finding finding, Source source) {

    /** Findings that are not on file and that have a line, in the order of the results. */
    public static List<Located> in(Results results) {
        List<Located> all = new ArrayList<>();
        for (Run run : results.runs()) {
            for (Finding finding : fresh(run)) {
                results.source(run, finding)
                        .ifPresent(source -> all.add(new Located(run, finding, nearer(source, finding))));
            }
        }
        return all;
    }

    /** The line at which a search may begin, where it is known and in the same file; else that of the function. */
    private static Source nearer(Source source, Finding finding) {
        Place place = finding.place();
        return place != null && Path.of(place.file()).endsWith(source.file())
                ? new Source(source.implementation(), source.function(), source.file(), place.line())
                : source;
    }

    /** How many findings that are not on file have no line. */
    public static long unlocated(Results results) {
        return results.runs().stream().mapToLong(run -> fresh(run).size()).sum()
                - in(results).size();
    }

    /** The same from run to run, and another one for each finding. */
    public String fingerprint() {
        return run.implementation().id() + " " + finding.id();
    }

    /** The same as hexadecimal digits. */
    public String digest() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(fingerprint().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /** The clause that is violated, or {@code DEATH} or {@code DIFFERENCE}. */
    public String rule() {
        return finding.kind() == Kind.VIOLATION
                ? finding.clause()
                : finding.kind().name();
    }

    /** Who did what. */
    public String sentence() {
        return run.implementation().id() + ": " + finding.symptom() + ": " + finding.reason();
    }

    /** Whether it makes the run fail. */
    public boolean counts() {
        return run.counts(finding);
    }

    private static List<Finding> fresh(Run run) {
        return run.findings().stream().filter(finding -> !finding.known()).toList();
    }
}
