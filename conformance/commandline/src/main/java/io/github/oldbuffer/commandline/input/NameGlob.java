package io.github.oldbuffer.commandline.input;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names chosen by patterns in which {@code *} stands for any characters and {@code ?} for one. */
public final class NameGlob {

    private NameGlob() {}

    /** Whether a name, or what stands in front of its parenthesis, matches any of the patterns. */
    public static Predicate<String> any(List<String> patterns) {
        List<Pattern> all = patterns.stream().map(NameGlob::pattern).toList();
        return name -> all.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString());
    }
}
