package io.github.oldbuffer.reports.junit;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Difference;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.words.Finding;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Results as JUnit XML: a suite for each implementation, a test for each clause.
 *
 * <p>A new deviation or crash is a failure. A clause that was not exercised is an error and not a skipped test, which
 * services show as green. Known deviations pass, and are told in the test's output. A difference is a test of its own
 * that fails: where two implementations were compared, each is something to decide about.
 */
public final class JunitXml {

    private JunitXml() {}

    public static String write(Results results) {
        StringWriter text = new StringWriter();
        try {
            Elements xml = new Elements(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
            xml.start();
            xml.open("testsuites", "name", "Old Buffer conformance");
            for (Run run : results.runs()) {
                suite(run, xml);
            }
            xml.close();
            xml.end();
        } catch (XMLStreamException impossible) {
            throw new AssertionError("XML in memory could not be written", impossible);
        }
        return text.toString();
    }

    private static void suite(Run run, Elements xml) throws XMLStreamException {
        List<Finding> findings = Finding.in(run);
        long errors =
                run.clauses().stream().filter(clause -> errs(clause, findings)).count();
        long failures =
                run.clauses().stream().filter(clause -> fails(clause, findings)).count();
        xml.open(
                "testsuite",
                "name",
                run.implementation().id(),
                "tests",
                String.valueOf(run.clauses().size() + run.differences().size()),
                "failures",
                String.valueOf(failures + run.differences().size()),
                "errors",
                String.valueOf(errors),
                "skipped",
                "0");
        for (ClauseResult clause : run.clauses()) {
            test(run, clause, of(clause, findings), xml);
        }
        for (Difference difference : run.differences()) {
            difference(run, difference, xml);
        }
        xml.close();
    }

    private static void test(Run run, ClauseResult clause, List<Finding> findings, Elements xml)
            throws XMLStreamException {
        String statement = Clauses.find(clause.id())
                .map(Clause::statement)
                .map(words -> " " + words)
                .orElse("");
        xml.open("testcase", "classname", run.implementation().id(), "name", clause.id() + statement);
        if (fails(clause, findings)) {
            List<Finding> fresh =
                    findings.stream().filter(finding -> !finding.known()).collect(Collectors.toUnmodifiableList());
            xml.text(
                    "failure",
                    lines(fresh),
                    "type",
                    fresh.get(0).death() ? "crash" : "deviation",
                    "message",
                    fresh.stream().map(Finding::symptom).collect(Collectors.joining("; ")));
        } else if (errs(clause, findings)) {
            xml.text(
                    "error",
                    clause.missing().isEmpty()
                            ? "No scenario exercised it."
                            : "Never seen: " + String.join(", ", clause.missing()),
                    "type",
                    "not-exercised",
                    "message",
                    "it was not exercised");
        }
        List<Finding> known = findings.stream().filter(Finding::known).collect(Collectors.toUnmodifiableList());
        if (!known.isEmpty()) {
            xml.text("system-out", lines(known));
        }
        xml.close();
    }

    private static void difference(Run run, Difference difference, Elements xml) throws XMLStreamException {
        xml.open("testcase", "classname", run.implementation().id(), "name", "difference: " + difference.symptom());
        xml.text(
                "failure",
                (difference.shown() == null ? "" : difference.shown().reason() + "\n") + "Witness: "
                        + difference.witness() + "\n",
                "type",
                "difference",
                "message",
                difference.symptom());
        xml.close();
    }

    private static boolean fails(ClauseResult clause, List<Finding> findings) {
        return !clause.level().equals("reference")
                && of(clause, findings).stream().anyMatch(finding -> !finding.known());
    }

    private static boolean errs(ClauseResult clause, List<Finding> findings) {
        return clause.verdict() == Overall.NOT_EXERCISED
                && !clause.level().equals("reference")
                && !fails(clause, findings);
    }

    private static List<Finding> of(ClauseResult clause, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.clause().equals(clause.id()))
                .collect(Collectors.toUnmodifiableList());
    }

    private static String lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.symptom() + "\n" + finding.reason() + "\n"
                        + (finding.known() ? "Known: " + finding.why() + "\n" : "")
                        + "Witness: " + finding.witness() + "\n")
                .collect(Collectors.joining("\n"));
    }
}
