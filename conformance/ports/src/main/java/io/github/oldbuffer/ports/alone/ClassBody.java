package io.github.oldbuffer.ports.alone;

import io.github.oldbuffer.ports.declaration.Literals;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Classes whose members do more than what is needed: those stay declared, and do nothing. */
final class ClassBody {

    private static final Pattern CLASS =
            Pattern.compile("(?s).*\\b(class|struct)\\s+(?:[A-Z_0-9]+\\s+)?(\\w+)[^(){};=]*$");

    private static final Pattern SIGN = Pattern.compile(Literals.PATTERN + "|[{}();:]|~?\\w+");

    private ClassBody() {}

    /** The text of an item, without the bodies of members that none of the names needs. */
    static String lean(Item item, Set<String> names) {
        int open = item.text().indexOf('{');
        Matcher head = CLASS.matcher(open < 0 ? "" : item.text().substring(0, open));
        return item.function() || !head.matches()
                ? item.text()
                : lean(item.text(), open, head.group(2), names, new HashSet<>());
    }

    /** The words of what is left, without the names of members that do nothing. */
    static Set<String> words(Item item, Set<String> names) {
        int open = item.text().indexOf('{');
        Matcher head = CLASS.matcher(open < 0 ? "" : item.text().substring(0, open));
        if (item.function() || !head.matches()) {
            return item.mentions();
        }
        Set<String> emptied = new HashSet<>();
        String lean = lean(item.text(), open, head.group(2), names, emptied);
        Set<String> words = Items.words(lean);
        emptied.removeIf(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(lean)
                        .results()
                        .count()
                > 1);
        words.removeAll(emptied);
        return words;
    }

    private static String lean(String text, int open, String type, Set<String> names, Set<String> emptied) {
        StringBuilder kept = new StringBuilder(text.substring(0, open + 1));
        Matcher sign = SIGN.matcher(text);
        int copied = open + 1;
        int depth = 1;
        int parentheses = 0;
        String word = "";
        String member = "";
        int body = -1;
        for (int at = open + 1; depth > 0 && sign.find(at); at = sign.end()) {
            String found = sign.group();
            if (depth == 1 && found.equals("(") && parentheses++ == 0 && member.isEmpty()) {
                member = word;
            } else if (depth == 1 && found.equals(")")) {
                parentheses--;
            } else if (depth == 1 && found.equals(";") && parentheses == 0) {
                member = "";
            } else if (found.equals("{") && ++depth == 2) {
                body = sign.end();
            } else if (found.equals("}") && --depth == 1) {
                if (!member.isEmpty()
                        && !names.contains(member)
                        && !member.replace("~", "").equals(type)) {
                    kept.append(text, copied, body)
                            .append(text.substring(body, sign.start()).replaceAll("[^\\n]", ""));
                    copied = sign.start();
                    emptied.add(member);
                }
                member = "";
            }
            word = found;
        }
        return kept.append(text.substring(copied)).toString();
    }
}
