package io.github.oldbuffer.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accessibility checker axe-core, run in the page. */
final class Axe {

    private static final String RUN = "const done = arguments[arguments.length - 1];"
            + "axe.run().then(found => done(found.violations"
            + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
            + ".map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' '))),"
            + " wrong => done(['axe itself failed: ' + wrong]));";

    private Axe() {}

    /** What it calls serious or critical, a sentence each. */
    @SuppressWarnings("unchecked")
    static List<String> seriousFindings(Browser browser) throws IOException {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            browser.run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) browser.driver().executeAsyncScript(RUN);
    }
}
