package io.github.oldbuffer.ports.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the functions that a preprocessed source declares.
 *
 * <p>It knows as much of C and C++ as that takes: scopes, and what a declaration consists of. Whether a function can be
 * called is left to the compiler.
 */
public final class DeclarationReader {

    private final List<Token> tokens;
    private final List<Declaration> functions = new ArrayList<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, List<Token>> structures = new HashMap<>();
    private int next;

    private DeclarationReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    public static Declarations read(List<Token> tokens) {
        DeclarationReader reader = new DeclarationReader(tokens);
        while (reader.next < tokens.size()) {
            reader.scope("", false);
        }
        return new Declarations(reader.functions, reader.aliases, reader.structures);
    }

    /** Reads to the brace that closes it, or to the end. */
    private void scope(String name, boolean inClass) {
        List<Token> head = new ArrayList<>();
        int parentheses = 0;
        while (next < tokens.size()) {
            Token token = tokens.get(next);
            parentheses += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (parentheses > 0) {
                head.add(token);
                next++;
            } else if (token.is("}")) {
                next++;
                return;
            } else if (token.is(";")) {
                next++;
                if (OldStyle.goesOn(head)) {
                    head.add(token);
                    continue;
                }
                declared(head, name, inClass);
                head.clear();
            } else if (token.is("{")) {
                opened(head, name, inClass);
            } else if (token.is(":") && head.size() == 1 && isAccess(head.get(0))) {
                next++;
                head.clear();
            } else {
                head.add(token);
                next++;
            }
        }
    }

    private static boolean isAccess(Token token) {
        return Set.of("public", "protected", "private").contains(token.text());
    }

    /** At a brace: what it opens shows in what stands before it. */
    private void opened(List<Token> head, String scope, boolean inClass) {
        List<Token> plain = OldStyle.modern(Heads.withoutAttributes(head));
        if (Heads.isLinkage(plain)) {
            next++;
            scope(scope, inClass);
            head.clear();
        } else if (Heads.startsNamespace(plain)) {
            next++;
            scope(inside(scope, Heads.namespace(plain)), false);
            head.clear();
        } else if (Heads.isClass(plain)) {
            int first = next + 1;
            next++;
            String name = Heads.className(plain);
            scope(inside(scope, name), true);
            List<Token> body = tokens.subList(first, Math.max(first, next - 1));
            if (!name.isEmpty()) {
                structures.put(inside(scope, name), body);
            }
            if (next < tokens.size() && tokens.get(next).isWord()) {
                structures.put(inside(scope, tokens.get(next).text()), body);
            }
        } else {
            List<Token> body = skipBraces();
            if (Heads.isFunction(plain)) {
                add(plain, scope, inClass, body);
                head.clear();
            } else if (Heads.isCallable(plain) && !continues()) {
                head.clear();
            }
        }
    }

    /** Whether the braces belonged to a member that a constructor sets up before its own body. */
    private boolean continues() {
        return next < tokens.size()
                && (tokens.get(next).is("{") || tokens.get(next).is(","));
    }

    private List<Token> skipBraces() {
        int first = next + 1;
        int depth = 0;
        do {
            depth += tokens.get(next).is("{") ? 1 : tokens.get(next).is("}") ? -1 : 0;
            next++;
        } while (depth > 0 && next < tokens.size());
        return tokens.subList(Math.min(first, next), Math.max(first, next - 1));
    }

    private void declared(List<Token> head, String scope, boolean inClass) {
        List<Token> plain = Heads.withoutAttributes(head);
        if (plain.size() >= 4 && plain.get(0).is("using") && plain.stream().noneMatch(token -> token.is("="))) {
            String target = Spelling.of(plain.subList(1, plain.size()));
            aliases.put(inside(scope, plain.get(plain.size() - 1).text()), target);
        } else if (Heads.isFunction(plain)) {
            add(plain, scope, inClass, null);
        }
    }

    private void add(List<Token> head, String scope, boolean inClass, List<Token> body) {
        Heads.function(head, inClass, body).map(found -> found.in(scope)).ifPresent(functions::add);
    }

    private static String inside(String scope, String name) {
        return scope.isEmpty() || name.isEmpty() ? scope + name : scope + "::" + name;
    }
}
