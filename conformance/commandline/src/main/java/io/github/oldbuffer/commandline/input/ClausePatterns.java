package io.github.oldbuffer.commandline.input;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.text.KitCommand;
import io.github.oldbuffer.spec.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Clauses named by patterns such as {@code READ-*,CHECK-1}. */
public final class ClausePatterns {

    private ClausePatterns() {}

    /**
     * The ids that a list of patterns names, in the order in which clauses are listed.
     *
     * @param patterns with commas between them; {@code *} stands for any characters and {@code ?} for one
     * @throws CommandException where a pattern names no clause
     */
    public static List<String> ids(String patterns) throws CommandException {
        Set<String> named = new LinkedHashSet<>();
        for (String pattern : patterns.split(",", -1)) {
            Pattern regex = regex(pattern.strip());
            List<String> matching = allIds().stream()
                    .filter(id -> regex.matcher(id).matches())
                    .collect(Collectors.toUnmodifiableList());
            if (matching.isEmpty()
                    && Clauses.ofConsumers().stream()
                            .anyMatch(clause -> regex.matcher(clause.id()).matches())) {
                throw CommandException.usage(Printable.of(pattern.strip())
                        + " is about functions that take memory, which " + KitCommand.NAME + " call judges");
            }
            if (matching.isEmpty()
                    && Clauses.ofExporters().stream()
                            .anyMatch(clause -> regex.matcher(clause.id()).matches())) {
                throw CommandException.usage(
                        Printable.of(pattern.strip()) + " is about objects that offer memory, which " + KitCommand.NAME
                                + " object --exporter judges");
            }
            if (matching.isEmpty()
                    && Clauses.ofStress().stream()
                            .anyMatch(clause -> regex.matcher(clause.id()).matches())) {
                throw CommandException.usage(Printable.of(pattern.strip())
                        + " is about what only shows over time, which " + KitCommand.NAME + " stress judges");
            }
            if (matching.isEmpty()) {
                throw CommandException.usage("no clause matches '" + Printable.of(pattern.strip()) + "'; "
                        + KitCommand.NAME + " list clauses shows them all");
            }
            named.addAll(matching);
        }
        List<String> ids = new ArrayList<>(allIds());
        ids.retainAll(named);
        return List.copyOf(ids);
    }

    public static List<String> allIds() {
        return Clauses.all().stream().map(Clause::id).collect(Collectors.toUnmodifiableList());
    }

    private static Pattern regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toUpperCase(Locale.ROOT).toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString());
    }
}
