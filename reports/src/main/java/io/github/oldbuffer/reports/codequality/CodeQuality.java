package io.github.oldbuffer.reports.codequality;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.words.Located;
import io.github.oldbuffer.spec.results.Results;

/**
 * Results as GitLab's code quality report: new findings, each at a line of the repository.
 *
 * <p>What is on file stays out, and so do findings that no line of the repository is about: GitLab drops entries without
 * a place.
 */
public final class CodeQuality {

    private static final JsonMapper MAPPER = new JsonMapper();

    private CodeQuality() {}

    public static String write(Results results) {
        ArrayNode list = MAPPER.createArrayNode();
        Located.in(results).forEach(finding -> entry(finding, list.addObject()));
        return list.toPrettyString() + "\n";
    }

    private static void entry(Located located, ObjectNode entry) {
        entry.put("description", located.sentence())
                .put("check_name", located.rule())
                .put("fingerprint", located.fingerprint())
                .put("severity", severity(located));
        ObjectNode location =
                entry.putObject("location").put("path", located.source().file());
        location.putObject("lines").put("begin", located.source().line());
    }

    private static String severity(Located located) {
        if (!located.counts()) {
            return "info";
        }
        return switch (located.finding().kind()) {
            case DEATH -> "critical";
            case VIOLATION -> "major";
            case DIFFERENCE -> "minor";
        };
    }
}
