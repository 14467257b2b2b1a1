package io.github.oldbuffer.reports.html;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.compare.Changes;
import io.github.oldbuffer.reports.compare.RunChange;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.text.KitCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The report as one page without a network: results as data in it, and a script that shows them.
 *
 * <p>The page's policy allows its own script and style, by their hashes, and nothing else, so that nothing in results
 * can run whatever it says.
 */
public final class Page {

    private static final int MOST_IN_TITLE = 3;

    private Page() {}

    /** The page of one report. */
    public static String write(Results results) {
        return write(results, List.of());
    }

    /** The page of one report whose runs are held against each other. */
    public static String write(Results results, List<RunChange> changes) {
        return compare(List.of(new Named("this report", results)), new Changes(changes, List.of(), List.of()));
    }

    /**
     * The page of several reports side by side, in the order of time.
     *
     * @param changes from each to the next
     */
    public static String compare(List<Named> reports, Changes changes) {
        String style = Assets.text("page.css");
        String script = Assets.script();
        return Assets.template("page.mustache")
                .execute(Map.of(
                        "title", title(reports),
                        "policy", Policy.allowing(script, style),
                        "style", style,
                        "script", script,
                        "data", data(reports),
                        "changed", ChangeTables.of(changes),
                        "answers",
                                reports.stream()
                                        .map(report -> Answer.of(report.results()))
                                        .toList(),
                        "clauses", Clauses.listed().stream().map(Page::words).toList()));
    }

    /** Whom it is about, so that several pages can be told apart where only their titles show. */
    private static String title(List<Named> reports) {
        List<String> ids = reports.stream()
                .flatMap(report -> report.results().runs().stream())
                .map(run -> run.implementation().id())
                .distinct()
                .toList();
        String more = ids.size() > MOST_IN_TITLE ? " and " + (ids.size() - MOST_IN_TITLE) + " more" : "";
        String named = ids.stream().limit(MOST_IN_TITLE).collect(Collectors.joining(", ")) + more;
        return (ids.isEmpty() ? "" : named + " - ") + "Old Buffer conformance";
    }

    private static Map<String, Object> words(Clause clause) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", clause.id());
        words.put("level", clause.level().word());
        words.put("statement", clause.statement());
        words.put("source", clause.source());
        words.put("notes", clause.notes());
        words.put("judged", clause.notJudged().isEmpty() ? List.of() : List.of(clause.notJudged()));
        words.put("lookAt", clause.lookAt());
        return words;
    }

    private static String data(List<Named> reports) {
        ObjectNode data = new JsonMapper().createObjectNode();
        data.put("kit", KitCommand.NAME);
        ArrayNode documents = data.putArray("documents");
        // as text, so that a seed of 64 bits comes through whole
        reports.forEach(report ->
                documents.addObject().put("name", report.name()).put("results", ResultsJson.compact(report.results())));
        ArrayNode clauses = data.putArray("clauses");
        Clauses.listed()
                .forEach(clause -> clauses.addObject()
                        .put("id", clause.id())
                        .put("level", clause.level().word())
                        .put("statement", clause.statement())
                        .put("lookAt", clause.lookAt()));
        // no result can end the element that it stands in
        return data.toString().replace("<", "\\u003c");
    }

    /**
     * A report among others.
     *
     * @param name that tells it from the others, such as {@code before.json}
     */
    public record Named(String name, Results results) {}
}
