package io.github.oldbuffer.ports.reproduce;

import java.util.regex.Pattern;

/** Text as one word of a shell's command line, which stands in a comment of a program. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private ShellWord() {}

    static String of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String quoted = "'" + text.replace("'", "'\\''") + "'";
        // two quoted parts, where one would end a comment of C
        return quoted.replace("*/", "*''/");
    }

    /** A macro that stands for a string of C. */
    static String macro(String name, String string) {
        return "-D" + name + "=" + of("\"" + string.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
}
