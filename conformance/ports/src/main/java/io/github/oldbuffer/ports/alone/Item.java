package io.github.oldbuffer.ports.alone;

import java.nio.file.Path;
import java.util.Set;

/**
 * A piece of a source on its outermost level: a directive, a declaration, a definition, or a brace of a namespace.
 *
 * @param text as it stands, with all its lines
 * @param defines names that it gives a meaning to; empty for what is always kept
 * @param function whether it is a function with its body
 */
record Item(Path file, int line, String text, Kind kind, Set<String> defines, Set<String> mentions, boolean function) {

    enum Kind {
        DIRECTIVE,
        /** Opens or closes a namespace, or {@code extern "C"}. */
        BRACE,
        DECLARATION
    }

    Item {
        defines = Set.copyOf(defines);
        mentions = Set.copyOf(mentions);
    }

    boolean isNeeded(Set<String> names) {
        return defines.stream().anyMatch(names::contains);
    }

    /** What stands in front of a directive: a branch that is not the first of its condition. */
    String unread() {
        StringBuilder text = new StringBuilder();
        boolean continued = false;
        for (String line : this.text.split("\n", -1)) {
            boolean directive = continued || line.strip().startsWith("#");
            continued = directive && line.endsWith("\\");
            text.append(directive ? "" : line).append('\n');
        }
        return text.toString();
    }

    /** The directives within, which must be kept so that conditions stay balanced. */
    String directives() {
        StringBuilder kept = new StringBuilder();
        boolean continued = false;
        for (String line : text.split("\n", -1)) {
            boolean directive = continued || line.strip().matches("#(?!\\s*include\\b).*");
            continued = directive && line.endsWith("\\");
            kept.append(directive ? line : "").append('\n');
        }
        return kept.substring(0, kept.length() - 1);
    }
}
