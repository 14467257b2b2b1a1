package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.declaration.Preprocessed;
import io.github.oldbuffer.ports.declaration.Token;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A source as it stands, without a preprocessor: comments are left out, and of conditions the branch that a Python 3
 * takes, as far as the condition tells.
 *
 * @param lines without comments, as many as the file has
 */
record SourceText(Path file, List<String> lines) {

    private static final Pattern COMMENT =
            Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'|/\\*(?s:.*?)\\*/|//[^\\n]*");

    /** Conditions of Python 2, and what nobody compiles. */
    private static final Pattern OLD = Pattern.compile(
            "\\s*#\\s*(if\\s+0\\b|if\\b.*PY_(MAJOR_VERSION\\s*(<\\s*3|==\\s*2|<=\\s*2)|VERSION_HEX\\s*<=?\\s*0x0?[23])"
                    + "|ifndef\\s+(PY3K?|IS_PY3K?|PYTHON3)\\b|ifdef\\s+(PY2K?|IS_PY2|PYTHON2)\\b).*");

    static SourceText of(Path file, String text) {
        String plain = COMMENT.matcher(text)
                .replaceAll(found -> found.group().startsWith("/")
                        ? found.group().replaceAll("[^\\n]", " ")
                        : java.util.regex.Matcher.quoteReplacement(found.group()));
        return new SourceText(file, plain.lines().toList());
    }

    /** What functions are read from: directives, and branches that are left out, are empty lines. */
    List<Token> tokens() {
        StringBuilder kept = new StringBuilder("# 1 \"" + file + "\"\n");
        Deque<Boolean> taken = new ArrayDeque<>();
        boolean continued = false;
        for (String line : lines) {
            String directive = line.strip();
            boolean isDirective = continued || directive.startsWith("#");
            continued = isDirective && line.endsWith("\\");
            if (directive.startsWith("#")) {
                follow(directive, line, taken);
            }
            kept.append(isDirective || taken.contains(false) ? "" : line).append('\n');
        }
        return Preprocessed.of(kept.toString()).tokens();
    }

    private static void follow(String directive, String line, Deque<Boolean> taken) {
        String word = directive.substring(1).strip();
        if (word.startsWith("if")) {
            taken.push(!OLD.matcher(line).matches());
        } else if (word.startsWith("el") && !taken.isEmpty()) {
            taken.push(!taken.pop());
        } else if (word.startsWith("endif") && !taken.isEmpty()) {
            taken.pop();
        }
    }
}
