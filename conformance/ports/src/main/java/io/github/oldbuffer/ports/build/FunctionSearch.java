package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Macro;
import io.github.oldbuffer.ports.declaration.Token;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the functions that take the place of the four in what the user's files say. */
final class FunctionSearch {

    /** Aliases of aliases; macros may name each other in a circle. */
    private static final int MOST_ALIASES = 8;

    private final PortNames names;
    private final List<ReadUnit> units;

    /** @param units adapters first, for what they define is meant */
    FunctionSearch(PortNames names, List<ReadUnit> units) {
        this.names = names;
        this.units = List.copyOf(units);
    }

    Map<Function, Found> found() {
        Map<Function, Found> found = new EnumMap<>(Function.class);
        names.names().forEach((function, name) -> found(function, name).ifPresent(each -> found.put(function, each)));
        // what an adapter gives an original's name is meant to be called
        List<ReadUnit> adapters =
                units.stream().filter(unit -> unit.unit().adapter()).toList();
        FunctionSearch originals = new FunctionSearch(PortNames.originals(), adapters);
        for (Function function : Function.values()) {
            originals
                    .defined(function, function.cName())
                    .filter(Found::byAdapter)
                    .ifPresent(each -> found.put(function, each));
        }
        return found;
    }

    private static boolean isAdapters(ReadUnit unit, Path file) {
        return unit.unit().adapter() && file.endsWith(unit.unit().main().getFileName());
    }

    private Optional<Found> found(Function function, String name) {
        return found(function, name, 0);
    }

    private Optional<Found> found(Function function, String name, int depth) {
        return defined(function, name)
                .or(() -> macro(function, name, depth))
                .or(() -> names.chosen() ? declared(function, name) : Optional.empty())
                .or(() -> names.chosen() ? mentioned(function, name) : Optional.empty());
    }

    private Optional<Found> defined(Function function, String name) {
        return named(function, name, true);
    }

    private Optional<Found> declared(Function function, String name) {
        return named(function, name, false);
    }

    private Optional<Found> named(Function function, String name, boolean definition) {
        for (ReadUnit unit : units) {
            List<Declaration> all = unit.declarations().named(PortNames.declared(name));
            if (!all.isEmpty() && (!definition || all.get(0).isDefinition())) {
                Declaration first = all.get(0);
                return Optional.of(new Found(
                        function,
                        unit.unit(),
                        withArguments(first.name(), name),
                        all,
                        first.text() + " (" + first.place() + ")",
                        new Place(first.file(), first.line()),
                        isAdapters(unit, first.file())));
            }
        }
        return Optional.empty();
    }

    /** The whole name, with the arguments of templates that the user's name for it has. */
    private static String withArguments(String whole, String name) {
        String declared = PortNames.declared(name);
        return whole.endsWith(declared) ? whole.substring(0, whole.length() - declared.length()) + name : whole;
    }

    /** A macro that gives another function this name leads to it. */
    private Optional<Found> macro(Function function, String name, int depth) {
        for (ReadUnit unit : units) {
            Optional<Macro> macro = unit.text().macro(name);
            if (macro.isPresent() && macro.get().isAlias() && depth < MOST_ALIASES) {
                Optional<Found> target = found(function, macro.get().body(), depth + 1);
                if (target.isPresent()) {
                    return target;
                }
            }
            if (macro.isPresent() && (names.chosen() || !macro.get().body().isEmpty())) {
                return Optional.of(new Found(
                        function,
                        unit.unit(),
                        name,
                        List.of(),
                        macro.get().text() + " (" + macro.get().file().getFileName() + ":"
                                + macro.get().line() + ")",
                        new Place(macro.get().file(), macro.get().line()),
                        isAdapters(unit, macro.get().file())));
            }
        }
        return Optional.empty();
    }

    /** Declared in a way that the kit cannot read; the compiler may. */
    private Optional<Found> mentioned(Function function, String name) {
        String last = name.substring(name.lastIndexOf(':') + 1);
        for (ReadUnit unit : units) {
            for (Token token : unit.text().tokens()) {
                if (token.is(last)) {
                    String place = token.file().getFileName() + ":" + token.line();
                    return Optional.of(new Found(
                            function,
                            unit.unit(),
                            name,
                            List.of(),
                            "in " + place,
                            new Place(token.file(), token.line()),
                            isAdapters(unit, token.file())));
                }
            }
        }
        return Optional.empty();
    }
}
