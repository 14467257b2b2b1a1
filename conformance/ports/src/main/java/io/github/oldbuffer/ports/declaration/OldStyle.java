package io.github.oldbuffer.ports.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Heads of functions as C had them before its first standard: {@code int f(o, n) PyObject *o; int *n; {}}. */
final class OldStyle {

    private OldStyle() {}

    /** Whether what stands before a semicolon is the head of such a function, and goes on. */
    static boolean goesOn(List<Token> head) {
        int open = open(head);
        int close = open < 0 ? -1 : close(head, open);
        return close > open + 1
                && head.size() >= close + 3
                && head.get(close + 1).isWord()
                && head.subList(open + 1, close).stream().anyMatch(token -> token.is(last(head)))
                && head.subList(open + 1, close).stream().allMatch(token -> token.isWord() || token.is(","))
                && head.subList(open + 1, close).stream().filter(Token::isWord).count()
                        == head.subList(open + 1, close).stream()
                                        .filter(token -> token.is(","))
                                        .count()
                                + 1
                && head.subList(close + 1, head.size()).stream()
                        .allMatch(token -> token.isWord() || token.is("*") || token.is(",") || token.is(";"));
    }

    /** Of the types behind the names the last one ends with a name, so that macros in front of declarations are none. */
    private static String last(List<Token> head) {
        Token last = head.get(head.size() - 1);
        return last.isWord() ? last.text() : "";
    }

    /** The same head as it is written today; others as they are. */
    static List<Token> modern(List<Token> head) {
        if (head.stream().noneMatch(token -> token.is(";"))) {
            return head;
        }
        int open = open(head);
        int close = close(head, open);
        Map<String, List<Token>> types = types(head.subList(close + 1, head.size()));
        List<Token> modern = new ArrayList<>(head.subList(0, open + 1));
        for (Token token : head.subList(open + 1, close)) {
            modern.addAll(types.getOrDefault(token.text(), List.of()));
            modern.add(token);
        }
        modern.add(head.get(close));
        return modern;
    }

    private static Map<String, List<Token>> types(List<Token> declarations) {
        Map<String, List<Token>> types = new HashMap<>();
        List<Token> base = new ArrayList<>();
        List<Token> stars = new ArrayList<>();
        Token name = null;
        boolean based = false;
        for (Token token : declarations) {
            if (token.is(";") || token.is(",")) {
                put(types, base, stars, name);
                stars.clear();
                name = null;
                based = !token.is(";");
                if (!based) {
                    base.clear();
                }
            } else if (token.is("*")) {
                // what stands in front of the first star belongs to all
                if (name != null) {
                    base.add(name);
                    name = null;
                }
                stars.add(token);
                based = true;
            } else {
                if (name != null && !based) {
                    base.add(name);
                }
                name = token;
            }
        }
        put(types, base, stars, name);
        return types;
    }

    private static void put(Map<String, List<Token>> types, List<Token> base, List<Token> stars, Token name) {
        if (name != null) {
            List<Token> type = new ArrayList<>(base);
            type.addAll(stars);
            types.put(name.text(), type);
        }
    }

    private static int open(List<Token> head) {
        for (int i = 1; i < head.size(); i++) {
            if (head.get(i).is("(")) {
                return head.get(i - 1).isWord() ? i : -1;
            }
        }
        return -1;
    }

    private static int close(List<Token> head, int open) {
        for (int i = open; i < head.size(); i++) {
            if (head.get(i).is(")")) {
                return i;
            }
        }
        return -1;
    }
}
