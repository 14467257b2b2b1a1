package io.github.oldbuffer.ports.place;

import io.github.oldbuffer.ports.declaration.CythonName;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A function of a port, and those of the port that it calls, as their texts tell.
 *
 * @param functions nearest first; each with a body
 */
public record FunctionText(List<Declaration> functions) {

    /** Further ones tell little about a fault that shows in the first. */
    private static final int MOST = 12;

    /** What Cython adds to every module: nothing in it is the user's to mend. */
    private static final String OF_CYTHON = "__Pyx";

    public FunctionText {
        functions = List.copyOf(functions);
    }

    /**
     * Follows calls.
     *
     * @param first where the search begins
     * @param all that are defined in the port
     */
    public static FunctionText of(List<Declaration> first, List<Declaration> all) {
        List<Declaration> reached =
                new ArrayList<>(first.stream().filter(Declaration::isDefinition).toList());
        for (int i = 0; i < reached.size() && reached.size() < MOST; i++) {
            for (Token token : reached.get(i).body()) {
                all.stream()
                        .filter(each -> each.isDefinition() && token.is(each.simpleName()) && !reached.contains(each))
                        .filter(each -> !each.simpleName().startsWith(OF_CYTHON))
                        .forEach(reached::add);
            }
        }
        return new FunctionText(reached);
    }

    /** What its author calls a function. */
    static String name(Declaration function) {
        return CythonName.plain(function.name());
    }
}
