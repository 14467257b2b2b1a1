package io.github.oldbuffer.reports.annotations;

import io.github.oldbuffer.reports.words.Located;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import java.util.stream.Collectors;

/**
 * Results as workflow commands of GitHub's runner: new findings, each at a line of the repository.
 *
 * <p>Printed by a job they annotate the lines, without any permission. A runner shows ten of a kind and step.
 */
public final class Annotations {

    private Annotations() {}

    public static String write(Results results) {
        return Located.in(results).stream().map(Annotations::command).collect(Collectors.joining());
    }

    private static String command(Located located) {
        return "::" + level(located) + " file=" + property(located.source().file()) + ",line="
                + located.source().line() + ",title=" + property(located.rule()) + "::" + data(located.sentence())
                + "\n";
    }

    private static String level(Located located) {
        if (!located.counts()) {
            return "notice";
        }
        return located.finding().kind() == Kind.DIFFERENCE ? "warning" : "error";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
