package io.github.oldbuffer.reports.markdown;

import java.util.regex.Pattern;

/** Text from results, made fit to stand in Markdown: it can start no markup, no HTML, no mention and no new line. */
final class Markdown {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~$]");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 _./:%+=,'*-]+");

    private Markdown() {}

    /** As code on one line; as it is where that is plain, and escaped like any other text where it is not. */
    static String code(String text) {
        return PLAIN.matcher(text).matches() ? "`" + text + "`" : "<code>" + escaped(text) + "</code>";
    }

    static String escaped(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ").strip();
        String plain = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        // a mention would call people: an entity shows the same sign and calls nobody
        return SPECIAL.matcher(plain).replaceAll("\\\\$0").replace("@", "&#64;").replace("://", ":&#47;&#47;");
    }
}
