package io.github.oldbuffer.reports.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of pages that lie beside this class. */
final class Assets {

    private static final List<String> SCRIPTS = List.of(
            "10-dom.js",
            "20-check.js",
            "30-model.js",
            "40-state.js",
            "45-answer.js",
            "50-matrix.js",
            "60-memory.js",
            "70-findings.js",
            "80-figures.js",
            "82-strength.js",
            "84-coverage.js",
            "85-changes.js",
            "90-page.js",
            "95-drop.js");

    private Assets() {}

    /** A template whose values are escaped for HTML. */
    static Template template(String name) {
        return Mustache.compiler().escapeHTML(true).compile(text(name));
    }

    /** The files of the script as one, with names of its own. */
    static String script() {
        return SCRIPTS.stream()
                .map(name -> text("script/" + name))
                .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();\n"));
    }

    static String text(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's own " + name + " cannot be read", e);
        }
    }
}
