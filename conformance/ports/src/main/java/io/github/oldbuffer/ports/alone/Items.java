package io.github.oldbuffer.ports.alone;

import io.github.oldbuffer.ports.declaration.Literals;
import io.github.oldbuffer.ports.text.SourceText;
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
    private final String structure;
    private final List<Item> items = new ArrayList<>();
    private int first;
    private int line = 1;

    private Items(Path file, String text, String structure) {
        this.file = file;
        this.text = text;
        this.structure = structure;
    }

    /** Takes a source apart by what its first branches say: those of a condition may open a brace each. */
    static List<Item> of(SourceText source) {
        boolean[] taken = source.taken(true);
        StringBuilder text = new StringBuilder();
        StringBuilder structure = new StringBuilder();
        boolean directive = false;
        for (int i = 0; i < taken.length; i++) {
            String line = source.lines().get(i);
            directive = line.strip().startsWith("#")
                    || directive && source.lines().get(i - 1).endsWith("\\");
            text.append(line).append('\n');
            structure
                    .append(taken[i] || directive ? line : " ".repeat(line.length()))
                    .append('\n');
        }
        Items read = new Items(source.file(), text.toString(), structure.toString());
        read.read();
        return read.items;
    }

    private void read() {
        Matcher sign = SIGN.matcher(structure);
        int braces = 0;
        int parentheses = 0;
        while (sign.find()) {
            String found = sign.group().strip();
            if (found.startsWith("#")) {
                boolean blank = structure.substring(first, sign.start()).isBlank();
                if (!blank && braces == 0 && parentheses == 0 && found.matches("(?s)#\\s*include.*")) {
                    // a macro stands in front that needs no semicolon
                    add(sign.start(), Item.Kind.DECLARATION);
                    blank = true;
                }
                if (braces == 0 && parentheses == 0 && blank) {
                    add(sign.end(), Item.Kind.DIRECTIVE);
                }
            } else if (found.equals("(") || found.equals(")")) {
                parentheses += found.equals("(") ? 1 : -1;
            } else if (found.equals("{")) {
                if (braces == 0
                        && OPENS.matcher(structure.substring(first, sign.end())).matches()) {
                    add(sign.end(), Item.Kind.BRACE);
                } else {
                    braces++;
                }
            } else if (found.equals("}")) {
                if (braces == 0) {
                    add(sign.end(), Item.Kind.BRACE);
                } else if (--braces == 0 && isFunction(structure.substring(first, sign.end()))) {
                    add(sign.end(), Item.Kind.DECLARATION);
                }
                parentheses = braces == 0 ? 0 : parentheses;
            } else if (found.equals(";")
                    && braces == 0
                    && parentheses <= 0
                    && !OLD_STYLE
                            .matcher(structure.substring(first, sign.end()))
                            .find()) {
                add(sign.end(), Item.Kind.DECLARATION);
            }
        }
        add(text.length(), Item.Kind.DECLARATION);
    }

    private void add(int end, Item.Kind kind) {
        String piece = text.substring(first, end);
        int line = this.line;
        this.line += (int) piece.chars().filter(c -> c == '\n').count();
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
                && !head.replaceAll("\\([^)]*\\)|\\boperator\\s*[-+*/%^&|!<>=]+", "")
                        .contains("=");
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
