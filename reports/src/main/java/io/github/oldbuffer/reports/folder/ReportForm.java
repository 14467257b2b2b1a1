package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.reports.annotations.Annotations;
import io.github.oldbuffer.reports.badge.Badge;
import io.github.oldbuffer.reports.codequality.CodeQuality;
import io.github.oldbuffer.reports.compare.RunChange;
import io.github.oldbuffer.reports.html.Page;
import io.github.oldbuffer.reports.json.ChangesJson;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.junit.JunitXml;
import io.github.oldbuffer.reports.markdown.Summary;
import io.github.oldbuffer.reports.sarif.Sarif;
import io.github.oldbuffer.spec.results.Results;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A form of report: a file made from results and nothing else.
 *
 * @param fileName where it goes in the report's folder
 * @param render gives the file's whole text; the same results always give the same text
 */
public record ReportForm(String fileName, Function<Results, String> render) {

    private static final String PAGE = "index.html";

    /** The file that tells programs what became different from one run to another. */
    static final String CHANGES = "changes.json";

    /**
     * Every form that a comparison writes, whose page also tells what became different.
     *
     * @param changes of results
     */
    public static List<ReportForm> changed(Function<Results, List<RunChange>> changes) {
        return Stream.concat(
                        all().stream()
                                .map(form -> form.fileName().equals(PAGE)
                                        ? new ReportForm(PAGE, results -> Page.write(results, changes.apply(results)))
                                        : form),
                        Stream.of(new ReportForm(CHANGES, results -> ChangesJson.write(changes.apply(results)))))
                .toList();
    }

    /** Every form that a run writes. */
    public static List<ReportForm> all() {
        return List.of(
                new ReportForm("results.json", ResultsJson::write),
                new ReportForm(PAGE, Page::write),
                new ReportForm("junit.xml", JunitXml::write),
                new ReportForm("results.sarif", Sarif::write),
                new ReportForm("codequality.json", CodeQuality::write),
                new ReportForm("annotations.txt", Annotations::write),
                new ReportForm("summary.md", Summary::write),
                new ReportForm("badge.json", Badge::write));
    }
}
