package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Unit;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;

/**
 * What the user's files have for one of the four functions.
 *
 * @param name as it is called in the unit
 * @param functions of this name; none where it is a macro, or nothing that the kit can read
 * @param declaration in the user's words, for messages
 * @param place where it is written
 * @param byAdapter whether it is an adapter's, and not the port's own
 */
record Found(
        Function function,
        Unit unit,
        String name,
        List<Declaration> functions,
        String declaration,
        Place place,
        boolean byAdapter) {

    Found {
        functions = List.copyOf(functions);
    }
}
