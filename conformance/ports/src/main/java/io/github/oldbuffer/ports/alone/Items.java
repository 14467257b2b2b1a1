package io.github.oldbuffer.ports.alone;

import io.github.oldbuffer.ports.declaration.Literals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a source apart into the pieces of its outermost level. */
final class Items {

    /** What counts for the structure: literals and words are passed over. */
    private static final Pattern SIGN =
            Pattern.compile(Literals.PATTERN + "|(?m:^[ \\t]*#(?:[^\\n\\\\]|\\\\\\n|\\\\.)*+)|[A-Za-z_]\\w*|[{}();=,]");

    private static final Pattern WORD = Pattern.compile(Literals.PATTERN + "|[A-Za-z_]\\w*");

    private static final Pattern OPENS = Pattern.compile(
            "\\s*(inline\\s+)?(namespace(\\s+[\\w:]+)?|extern\\s*\"C(\\+\\+)?\")\\s*\\{", Pattern.DOTALL);

    /** The types of parameters behind their names, as C had them before its first standard. */
    private static final Pattern OLD_STYLE = Pattern.compile(
            "\\w\\s*\\((?=[^)]*\\b(\\w+)\\b[^()]*\\)[^()]*\\b\\1\\s*;$)\\s*\\w+(?:\\s*,\\s*\\w+)*+\\s*\\)\\s+\\w+[\\s*]+\\w[\\w\\s*,;]*;$");

    private final Path file;
    private final String text;
    private final List<Item> items = new ArrayList<>();
    private int first;

    private Items(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @param text without comments */
    static List<Item> of(Path file, String text) {
        Items read = new Items(file, text);
        read.read();
        return read.items;
    }

    private void read() {
        Matcher sign = SIGN.matcher(text);
        int braces = 0;
        int parentheses = 0;
        while (sign.find()) {
            String found = sign.group().strip();
            boolean blank = text.substring(first, sign.start()).isBlank();
            if (found.startsWith("#")) {
                if (braces == 0 && parentheses == 0 && blank) {
                    add(sign.end(), Item.Kind.DIRECTIVE);
                }
            } else if (found.equals("(") || found.equals(")")) {
                parentheses += found.equals("(") ? 1 : -1;
            } else if (found.equals("{")) {
                if (braces == 0
                        && OPENS.matcher(text.substring(first, sign.end())).matches()) {
                    add(sign.end(), Item.Kind.BRACE);
                } else {
                    braces++;
                }
            } else if (found.equals("}")) {
                if (braces == 0) {
                    add(sign.end(), Item.Kind.BRACE);
                } else if (--braces == 0 && isFunction(text.substring(first, sign.end()))) {
                    add(sign.end(), Item.Kind.DECLARATION);
                }
                parentheses = braces == 0 ? 0 : parentheses;
            } else if (found.equals(";")
                    && braces == 0
                    && parentheses <= 0
                    && !OLD_STYLE.matcher(text.substring(first, sign.end())).find()) {
                add(sign.end(), Item.Kind.DECLARATION);
            }
        }
        add(text.length(), Item.Kind.DECLARATION);
    }

    private void add(int end, Item.Kind kind) {
        String piece = text.substring(first, end);
        int line = 1
                + (int) text.substring(0, first).chars().filter(c -> c == '\n').count();
        first = end;
        Set<String> defines = kind == Item.Kind.BRACE || piece.strip().startsWith("%")
                ? Set.of()
                : kind == Item.Kind.DIRECTIVE ? Defined.macro(piece) : Defined.names(withoutDirectives(piece));
        items.add(new Item(
                file, line, piece, kind, defines, words(piece), kind == Item.Kind.DECLARATION && isFunction(piece)));
    }

    /** Whether a piece with braces is a function: parentheses stand before the first brace, and no sign of equality. */
    static boolean isFunction(String piece) {
        String head = head(piece);
        return head.length() < piece.length()
                && head.contains("(")
                && !head.replaceAll("\\([^)]*\\)", "").contains("=");
    }

    static String head(String piece) {
        String plain = withoutDirectives(piece);
        int brace = plain.indexOf('{');
        return brace < 0 ? plain : plain.substring(0, brace);
    }

    private static String withoutDirectives(String piece) {
        return piece.replaceAll("(?m)^[ \\t]*#.*$", "");
    }

    static Set<String> words(String piece) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(piece);
        while (word.find()) {
            if (Character.isJavaIdentifierStart(word.group().charAt(0))) {
                words.add(word.group());
            }
        }
        return words;
    }
}
