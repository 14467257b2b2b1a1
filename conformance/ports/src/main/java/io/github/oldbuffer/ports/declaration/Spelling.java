package io.github.oldbuffer.ports.declaration;

import java.util.List;

/** Tokens written as people write them. */
public final class Spelling {

    private Spelling() {}

    public static String of(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Token token : tokens) {
            if (!before.isEmpty() && spaced(before, token.text())) {
                text.append(' ');
            }
            text.append(token.text());
            before = token.text();
        }
        return text.toString();
    }

    private static boolean spaced(String before, String next) {
        boolean tight =
                before.equals("::") || next.equals("::") || "(<[~!".contains(before) || ",)>](<[;".contains(next);
        return !tight && !("*&".contains(before) && "*&".contains(next));
    }
}
