package io.github.oldbuffer.ports.text;

import io.github.oldbuffer.ports.declaration.Literals;
import io.github.oldbuffer.ports.declaration.Preprocessed;
import io.github.oldbuffer.ports.declaration.Token;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source as it stands, without a preprocessor: comments are left out, and of conditions the branch that a Python 3
 * takes, as far as the condition tells.
 *
 * @param lines without comments, as many as the file has
 */
public record SourceText(Path file, List<String> lines) {

    private static final Pattern COMMENT = Pattern.compile(Literals.PATTERN + "|/\\*(?s:.*?)\\*/|//[^\\n]*");

    /** SWIG's braces around what it copies. */
    private static final Pattern COPIED = Pattern.compile("%(inline|begin|runtime|header|wrapper|init)?\\s*%?\\{|%\\}");

    public static SourceText of(Path file, String text) {
        String plain = COMMENT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().startsWith("/")
                                ? found.group().replaceAll("\\\\(?!\\n)|[^\\n\\\\]", " ")
                                : withoutDirectives(found.group())));
        if (isSwig(file)) {
            plain = plain.replaceAll("(?m)^([ \\t]*)%#", "$1 #");
            plain = COPIED.matcher(plain).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
            plain = plain.replaceAll("(?m)^[ \\t]*%\\w+[^{}(\\n]*$", "");
        }
        return new SourceText(file, plain.lines().toList());
    }

    /** A line of a string may begin as a directive does; the same sign is written otherwise then. */
    private static String withoutDirectives(String literal) {
        return literal.indexOf('\n') < 0 ? literal : literal.replaceAll("(?m)^([ \\t]*)#", "$1\\\\043");
    }

    private static boolean isSwig(Path file) {
        return file.toString().matches(".*\\.(i|swg|sip)");
    }

    /**
     * Which lines count.
     *
     * @param first whether the first branch is taken of a condition that does not tell, or the others
     */
    public boolean[] taken(boolean first) {
        boolean[] counted = new boolean[lines.size()];
        Deque<Branch> branches = new ArrayDeque<>();
        for (int i = 0; i < counted.length; i++) {
            String directive = lines.get(i).strip();
            if (directive.startsWith("#")) {
                String words = directive.substring(1).strip();
                follow(words, branches, first || words.startsWith("if") && !hasOther(i));
            }
            counted[i] = branches.stream().allMatch(Branch::taken);
        }
        return counted;
    }

    /** What functions are read from: directives, and branches that are left out, are empty lines. */
    public List<Token> tokens(boolean first) {
        boolean[] taken = taken(first);
        StringBuilder kept = new StringBuilder("# 1 \"" + file + "\"\n");
        boolean continued = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isDirective = continued || line.strip().startsWith("#");
            continued = isDirective && line.endsWith("\\");
            kept.append(isDirective || !taken[i] ? "" : line).append('\n');
        }
        return Preprocessed.of(kept.toString()).tokens();
    }

    /** Whether there are conditions that do not tell, so that the other reading finds more. */
    public boolean isOpen() {
        return !java.util.Arrays.equals(taken(true), taken(false));
    }

    /**
     * A branch of a condition.
     *
     * @param had whether it, or one before it, was taken
     */
    private record Branch(boolean taken, boolean had) {}

    private static void follow(String directive, Deque<Branch> branches, boolean first) {
        if (directive.startsWith("if")) {
            Optional<Boolean> value = value(directive);
            boolean taken = value.orElse(first);
            branches.push(new Branch(taken, taken));
        } else if (directive.startsWith("elif") && !branches.isEmpty()) {
            boolean had = branches.pop().had();
            boolean taken =
                    !had && Condition.of(directive.substring("elif".length())).orElse(true);
            branches.push(new Branch(taken, had || taken));
        } else if (directive.startsWith("else") && !branches.isEmpty()) {
            boolean had = branches.pop().had();
            branches.push(new Branch(!had, true));
        } else if (directive.startsWith("endif") && !branches.isEmpty()) {
            branches.pop();
        }
    }

    /** Whether the condition that begins in a line has another branch. */
    private boolean hasOther(int index) {
        int depth = 0;
        for (int i = index + 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String directive = line.startsWith("#") ? line.substring(1).strip() : "";
            if (depth == 0 && directive.startsWith("el")) {
                return true;
            }
            depth += directive.startsWith("if") ? 1 : directive.startsWith("endif") ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return false;
    }

    private static Optional<Boolean> value(String directive) {
        if (directive.startsWith("ifndef")) {
            return Condition.of(directive.substring("ifndef".length())).map(value -> !value);
        }
        return Condition.of(directive.substring(directive.startsWith("ifdef") ? "ifdef".length() : "if".length()));
    }
}
