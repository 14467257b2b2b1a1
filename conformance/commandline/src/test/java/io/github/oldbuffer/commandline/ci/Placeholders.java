package io.github.oldbuffer.commandline.ci;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions that stand for values in the files of a CI system.
 *
 * @param pattern with the expression as its first group
 * @param values of the expressions; another one is a mistake of the file
 */
record Placeholders(Pattern pattern, Map<String, String> values) {

    private static final Pattern GITHUB = Pattern.compile("\\$\\{\\{ (\\S+) }}");
    private static final Pattern GITLAB = Pattern.compile("\\$\\[\\[ (\\S+) ]]");

    static Placeholders ofGithub(Map<String, String> values) {
        return new Placeholders(GITHUB, Map.copyOf(values));
    }

    static Placeholders ofGitlab(Map<String, String> values) {
        return new Placeholders(GITLAB, Map.copyOf(values));
    }

    String fill(String text) {
        return pattern.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new AssertionError("nothing is called " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** Whether a text is the same whatever the values are. */
    boolean areAbsentFrom(String text) {
        return !pattern.matcher(text).find();
    }
}
