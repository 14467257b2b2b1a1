package io.github.oldbuffer.ports.declaration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a preprocessor makes of a source: the user's part of it, without what the system's headers and Python's hold.
 *
 * @param files that it has read, the user's alone
 */
public record Preprocessed(List<Token> tokens, List<Macro> macros, Set<Path> files) {

    private static final Pattern MARKER = Pattern.compile("# (\\d+) \"(.*?)\"((?: \\d)*)");

    private static final Pattern DEFINE = Pattern.compile("#define (\\w+)(\\([^)]*\\))?(?: (.*))?");

    /** Strings and characters whole; signs one by one but for {@code ::} and {@code ->}, which must not be taken apart. */
    private static final Pattern TOKEN = Pattern.compile(
            "R\"(\\w*)\\((?s:.*?)\\)\\1\"|" + Literals.PATTERN + "|[A-Za-z_$][\\w$]*" + "|\\.?\\d[\\w.']*|::|->|\\S");

    public Preprocessed {
        tokens = List.copyOf(tokens);
        macros = List.copyOf(macros);
    }

    /** @param text with line markers, and with the definitions of macros ({@code -dD}) */
    public static Preprocessed of(String text) {
        List<Token> tokens = new ArrayList<>();
        List<Macro> macros = new ArrayList<>();
        Set<Path> files = new TreeSet<>();
        Path file = Path.of("");
        int line = 0;
        boolean foreign = false;
        StringBuilder own = new StringBuilder();
        int ownLine = 0;
        for (String each : (Iterable<String>) text.lines()::iterator) {
            Matcher marker = MARKER.matcher(each);
            boolean directive = each.startsWith("#");
            if (directive && own.length() > 0) {
                read(own, file, ownLine, tokens);
            }
            if (directive && marker.lookingAt()) {
                file = Path.of(marker.group(2));
                line = Integer.parseInt(marker.group(1));
                // what a system's macro becomes is marked as the system's, in the user's file
                foreign = marker.group(3).contains("3") && !files.contains(file);
                if (!foreign) {
                    files.add(file);
                }
                continue;
            }
            if (!foreign && directive) {
                macro(each, file, line, macros);
            } else if (!foreign) {
                ownLine = own.length() == 0 ? line : ownLine;
                own.append(each).append('\n');
            }
            line++;
        }
        read(own, file, ownLine, tokens);
        return new Preprocessed(tokens, macros, files);
    }

    /** The definition of a macro that holds at the end. */
    public java.util.Optional<Macro> macro(String name) {
        return macros.stream().filter(macro -> macro.name().equals(name)).reduce((earlier, last) -> last);
    }

    private static void read(StringBuilder text, Path file, int first, List<Token> tokens) {
        Matcher matcher = TOKEN.matcher(text);
        int line = first;
        int counted = 0;
        while (matcher.find()) {
            for (; counted < matcher.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            tokens.add(new Token(matcher.group(), file, line));
        }
        text.setLength(0);
    }

    private static void macro(String text, Path file, int line, List<Macro> macros) {
        Matcher define = DEFINE.matcher(text);
        if (define.matches()) {
            macros.add(new Macro(
                    define.group(1),
                    define.group(2) == null ? "" : define.group(2),
                    define.group(3) == null ? "" : define.group(3).strip(),
                    file,
                    line));
        } else if (text.startsWith("#undef ")) {
            String name = text.substring("#undef ".length()).strip();
            macros.removeIf(macro -> macro.name().equals(name));
        }
    }
}
