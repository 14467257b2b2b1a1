package io.github.oldbuffer.reports.junit;

import io.github.oldbuffer.reports.words.ClauseFindings;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Results as JUnit XML: a suite for each implementation, a test for each clause, and one for each death and difference,
 * which belong to no clause.
 *
 * <p>What is new is a failure. A clause that was not exercised is an error and not a skipped test, which services show as
 * green; one that does not apply is skipped. What is known passes, and is told in the test's output.
 *
 * <p>Nobody measures single clauses: a test's time is the clause's share of the run's, by the scenarios that exercised it.
 */
public final class JunitXml {

    private static final String WHOLE = "the whole run";

    private JunitXml() {}

    public static String write(Results results) {
        StringWriter text = new StringWriter();
        try {
            Elements xml = new Elements(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
            xml.start();
            List<String> classes = ClassNames.of(results.runs().stream()
                    .map(run -> run.implementation().id())
                    .toList());
            xml.open(
                    "testsuites",
                    "name",
                    "Old Buffer conformance",
                    "time",
                    Seconds.text(
                            results.runs().stream().mapToLong(Seconds::millis).sum()));
            for (int i = 0; i < results.runs().size(); i++) {
                suite(results.runs().get(i), classes.get(i), xml);
            }
            xml.close();
            xml.end();
        } catch (XMLStreamException impossible) {
            throw new AssertionError("XML in memory could not be written", impossible);
        }
        return text.toString();
    }

    /**
     * A test.
     *
     * @param scenarios how many exercised it
     * @param failures findings that are new
     * @param noted findings that are known, or that break no promise
     * @param error why nothing can be said, or {@code null}
     * @param skipped why the implementation cannot be asked, or {@code null}
     */
    private record Test(
            String name, long scenarios, List<Finding> failures, List<Finding> noted, String error, String skipped) {

        String why() {
            return name.equals(WHOLE) ? "it was not judged in full" : "it was not exercised";
        }

        static Test of(Run run, ClauseResult clause) {
            String statement = Clauses.find(clause.id())
                    .map(Clause::statement)
                    .map(words -> " " + words)
                    .orElse("");
            boolean open = clause.verdict() == Verdict.NOT_EXERCISED && !clause.reference();
            String why = clause.why() == null ? "" : clause.why();
            return of(
                    run,
                    clause.id() + statement,
                    clause.scenarios(),
                    ClauseFindings.of(run, clause),
                    open ? why.isEmpty() ? "No scenario exercised it." : why : null,
                    clause.verdict() == Verdict.NOT_APPLICABLE ? why : null);
        }

        static Test of(Run run, String name, long scenarios, List<Finding> findings, String error, String skipped) {
            var byNew = findings.stream()
                    .collect(Collectors.partitioningBy(finding -> !finding.known() && run.counts(finding)));
            return new Test(name, scenarios, byNew.get(true), byNew.get(false), error, skipped);
        }
    }

    private static void suite(Run run, String className, Elements xml) throws XMLStreamException {
        List<Test> tests = Stream.concat(
                        Stream.concat(
                                Stream.ofNullable(run.broken())
                                        .map(why -> Test.of(run, WHOLE, 0, List.of(), why, null)),
                                run.clauses().stream().map(clause -> Test.of(run, clause))),
                        run.findings().stream()
                                .filter(finding -> finding.kind() != Kind.VIOLATION)
                                .map(finding -> Test.of(
                                        run,
                                        finding.heading() + ": " + finding.symptom(),
                                        0,
                                        List.of(finding),
                                        null,
                                        null)))
                .toList();
        List<String> attributes = new ArrayList<>(List.of(
                "name",
                run.implementation().id(),
                "tests",
                String.valueOf(tests.size()),
                "failures",
                count(tests.stream().filter(test -> !test.failures().isEmpty())),
                "errors",
                count(tests.stream().filter(test -> test.error() != null)),
                "skipped",
                count(tests.stream().filter(test -> test.skipped() != null)),
                "time",
                Seconds.text(Seconds.millis(run))));
        Seconds.started(run).ifPresent(started -> attributes.addAll(List.of("timestamp", started)));
        xml.open("testsuite", attributes.toArray(String[]::new));
        long scenarios = tests.stream().mapToLong(Test::scenarios).sum();
        for (Test test : tests) {
            long millis = scenarios == 0 ? 0 : Seconds.millis(run) * test.scenarios() / scenarios;
            write(className, test, millis, xml);
        }
        xml.close();
    }

    private static void write(String className, Test test, long millis, Elements xml) throws XMLStreamException {
        xml.open("testcase", "classname", className, "name", test.name(), "time", Seconds.text(millis));
        if (test.skipped() != null) {
            xml.text("skipped", "", "message", test.skipped());
        } else if (!test.failures().isEmpty()) {
            xml.text(
                    "failure",
                    lines(test.failures()),
                    "type",
                    switch (test.failures().get(0).kind()) {
                        case VIOLATION -> "deviation";
                        case DEATH -> "death";
                        case DIFFERENCE -> "difference";
                    },
                    "message",
                    test.failures().stream().map(Finding::symptom).collect(Collectors.joining("; ")));
        } else if (test.error() != null) {
            xml.text("error", test.error(), "type", "not-exercised", "message", test.why());
        }
        if (!test.noted().isEmpty()) {
            xml.text("system-out", lines(test.noted()));
        }
        xml.close();
    }

    private static String count(Stream<Test> tests) {
        return String.valueOf(tests.count());
    }

    private static String lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.symptom() + "\n" + finding.reason() + "\n"
                        + (finding.known() ? "Known: " + finding.filed().reason() + "\n" : "")
                        + "Witness: " + finding.witness() + "\n")
                .collect(Collectors.joining("\n"));
    }
}
