package io.github.oldbuffer.ports.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands before the brace or the semicolon of a declaration. */
public final class Heads {

    private static final Set<String> CLASSES = Set.of("class", "struct", "union");

    /** Words around a function that are no part of its type. */
    private static final Set<String> SPECIFIERS = Set.of(
            "static",
            "inline",
            "__inline",
            "__inline__",
            "extern",
            "constexpr",
            "consteval",
            "virtual",
            "explicit",
            "friend",
            "__extension__",
            "_Noreturn",
            "register",
            "typename");

    private static final Set<String> WITH_ARGUMENTS =
            Set.of("__attribute__", "__attribute", "alignas", "_Alignas", "__declspec", "__asm__", "__asm", "asm");

    /** Words before a parenthesis that are not the name of a function. */
    private static final Set<String> NO_NAMES = Set.of(
            "int",
            "void",
            "char",
            "long",
            "short",
            "unsigned",
            "signed",
            "float",
            "double",
            "const",
            "bool",
            "auto",
            "if",
            "for",
            "while",
            "switch",
            "return",
            "sizeof",
            "decltype",
            "__typeof__",
            "typeof",
            "_Static_assert",
            "static_assert",
            "noexcept",
            "throw",
            "requires");

    /** Words behind the parameters of a function. */
    private static final Set<String> NO_TYPES =
            Set.of("noexcept", "override", "final", "try", "throw", "requires", "volatile");

    private Heads() {}

    public static List<Token> withoutAttributes(List<Token> head) {
        List<Token> plain = new ArrayList<>();
        for (int i = 0; i < head.size(); i++) {
            if (WITH_ARGUMENTS.contains(head.get(i).text())
                    && i + 1 < head.size()
                    && head.get(i + 1).is("(")) {
                i = closing(head, i + 1);
            } else if (head.get(i).is("[")
                    && i + 1 < head.size()
                    && head.get(i + 1).is("[")) {
                i = closing(head, i);
            } else {
                plain.add(head.get(i));
            }
        }
        return plain;
    }

    /** {@code extern "C"}. */
    public static boolean isLinkage(List<Token> head) {
        return head.size() == 2
                && head.get(0).is("extern")
                && head.get(1).text().startsWith("\"");
    }

    public static boolean startsNamespace(List<Token> head) {
        return head.stream().limit(2).anyMatch(token -> token.is("namespace"));
    }

    /** Its name; empty where it has none. */
    public static String namespace(List<Token> head) {
        int word = head.get(0).is("namespace") ? 0 : 1;
        return Spelling.of(head.subList(word + 1, head.size())).replace("inline ", "");
    }

    public static boolean isClass(List<Token> head) {
        List<Token> rest = withoutTemplate(head);
        boolean keyword = rest.stream().limit(3).anyMatch(token -> CLASSES.contains(token.text()));
        return keyword && rest.stream().noneMatch(token -> token.is("(") || token.is("=") || token.is("enum"));
    }

    /** Its name; empty where it has none. */
    public static String className(List<Token> head) {
        List<Token> rest = withoutTemplate(head);
        for (int i = 0; i + 1 < rest.size(); i++) {
            if (CLASSES.contains(rest.get(i).text()) && rest.get(i + 1).isWord()) {
                return rest.get(i + 1).text();
            }
        }
        return "";
    }

    public static boolean isFunction(List<Token> head) {
        return function(head, false, null).isPresent();
    }

    /** Whether it is something with a body: a function, a constructor, an operator. */
    public static boolean isCallable(List<Token> head) {
        return head.stream().anyMatch(token -> token.is("(")) && head.stream().noneMatch(token -> token.is("="));
    }

    /**
     * A function, named as it is spelled here.
     *
     * @param body {@code null} where there is none
     */
    public static Optional<Declaration> function(List<Token> whole, boolean inClass, List<Token> body) {
        List<Token> chosen = withoutTemplate(whole);
        Optional<Declaration> behind = behindMacro(chosen).flatMap(rest -> function(rest, inClass, body));
        if (behind.isPresent()) {
            return behind;
        }
        List<Token> head = withTypeOfMacro(chosen);
        int open = 0;
        while (open < head.size() && !head.get(open).is("(")) {
            if (head.get(open).is("=") || head.get(open).is("typedef")) {
                return Optional.empty();
            }
            open++;
        }
        if (open == 0 || open >= head.size() || !isName(head.get(open - 1))) {
            return Optional.empty();
        }
        int first = open - 1;
        while (first >= 2 && head.get(first - 1).is("::") && head.get(first - 2).isWord()) {
            first -= 2;
        }
        if (first > 0 && (head.get(first - 1).is("~") || head.get(first - 1).is("operator"))) {
            return Optional.empty();
        }
        int close = closing(head, open);
        List<Token> type = head.subList(0, first).stream()
                .filter(token ->
                        !SPECIFIERS.contains(token.text()) && !token.text().startsWith("\""))
                .toList();
        String result = Spelling.of(trailing(head, close).orElse(type));
        if (result.isEmpty() || close >= head.size()) {
            return Optional.empty();
        }
        boolean isStatic = head.subList(0, first).stream().anyMatch(token -> token.is("static"));
        boolean friend = head.get(0).is("friend");
        Token name = head.get(open - 1);
        return Optional.of(new Declaration(
                Spelling.of(head.subList(first, open)),
                result,
                ParameterReader.read(head.subList(open + 1, close)),
                isStatic,
                inClass && !isStatic && !friend,
                chosen.size() < whole.size(),
                inClass,
                name.file(),
                name.line(),
                body));
    }

    /**
     * What stands behind {@code DEFINE_READ(name, flags)}, which a macro turns into a function, and no semicolon ends; empty
     * where it does not begin so.
     *
     * <p>A constructor is followed by what sets up its members, which would be read as a function otherwise.
     */
    private static Optional<List<Token>> behindMacro(List<Token> head) {
        if (head.size() < 2 || !isName(head.get(0)) || !head.get(1).is("(")) {
            return Optional.empty();
        }
        int close = closing(head, 1);
        List<Token> rest = head.subList(Math.min(close + 1, head.size()), head.size());
        boolean type = rest.stream()
                .takeWhile(token -> !token.is("("))
                .noneMatch(token -> token.is(":") || token.is("->") || NO_TYPES.contains(token.text()));
        return rest.size() > 2 && rest.get(0).isWord() && type ? Optional.of(rest) : Optional.empty();
    }

    /** {@code Py_LOCAL_INLINE(int) name(...)} returns what the macro is given. */
    private static List<Token> withTypeOfMacro(List<Token> head) {
        int open = 0;
        while (open < head.size() && !head.get(open).is("(")) {
            open++;
        }
        int close = closing(head, open);
        boolean macro = open > 0 && open + 1 < close && isName(head.get(open - 1));
        if (!macro
                || close + 2 >= head.size()
                || !isName(head.get(close + 1))
                || !(head.get(close + 2).is("(") || head.get(close + 2).is("::"))) {
            return head;
        }
        List<Token> plain = new ArrayList<>(head.subList(0, open - 1));
        plain.addAll(head.subList(open + 1, close));
        plain.addAll(head.subList(close + 1, head.size()));
        return plain;
    }

    /** The type behind an arrow. */
    private static Optional<List<Token>> trailing(List<Token> head, int close) {
        for (int i = close + 1; i < head.size(); i++) {
            if (head.get(i).is("->")) {
                return Optional.of(head.subList(i + 1, head.size()));
            }
        }
        return Optional.empty();
    }

    private static boolean isName(Token token) {
        return token.isWord() && !NO_NAMES.contains(token.text()) && !SPECIFIERS.contains(token.text());
    }

    private static List<Token> withoutTemplate(List<Token> head) {
        if (head.size() < 2 || !head.get(0).is("template") || !head.get(1).is("<")) {
            return head;
        }
        int depth = 0;
        int end = 1;
        do {
            depth += head.get(end).is("<") ? 1 : head.get(end).is(">") ? -1 : 0;
            end++;
        } while (depth > 0 && end < head.size());
        return withoutTemplate(head.subList(end, head.size()));
    }

    /** The bracket that closes the one at a place; the end where none does. */
    public static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
