package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortCompiler;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.Symbols;
import io.github.oldbuffer.ports.compiler.Unit;
import io.github.oldbuffer.ports.declaration.CythonName;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.generate.Generation;
import io.github.oldbuffer.ports.place.FunctionText;
import io.github.oldbuffer.ports.place.Places;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles and links what was read and chosen.
 *
 * @param files of the port, for who asks later
 * @param generations that wrote some of the sources
 */
record PortMaker(PortCompiler compiler, List<Path> files, List<ReadUnit> units, List<Generation> generations) {

    /** Members of a class may be private; callers of the user's are members too, or friends. */
    private static final List<String> WITH_PRIVATE_MEMBERS = List.of("-fno-access-control");

    Port make(Map<Function, Chosen> chosen) throws PortException {
        List<Recipe.Part> parts = new ArrayList<>();
        List<Path> objects = new ArrayList<>();
        boolean started = false;
        for (ReadUnit each : units) {
            Unit unit = each.unit();
            List<Chosen> here = chosen.values().stream()
                    .filter(one -> one.found().unit().equals(unit))
                    .toList();
            Optional<String> module = started ? Optional.empty() : ModuleStart.function(each.declarations());
            started |= module.isPresent();
            String text =
                    here.isEmpty() ? "" : StandIns.prelude(unit.language()) + StandIns.text(here, unit.language());
            text += module.map(function -> ModuleStart.text(
                            function, unit.language(), ModuleFolders.of(sources(unit), System.getenv())))
                    .orElse("");
            List<String> more = looksIntoClasses(unit, here) ? WITH_PRIVATE_MEMBERS : List.of();
            objects.add(compiler.object("port-" + objects.size(), unit, text, more));
            List<String> flags = new ArrayList<>(unit.flags());
            flags.addAll(more);
            parts.add(new Recipe.Part(unit.language(), flags, here(unit.including()) + text));
        }
        List<String> libraries =
                compiler.libraries(units.stream().map(ReadUnit::unit).toList());
        Path library = compiler.folder().resolve("port.so");
        compiler.library(objects, libraries, library);
        return port(chosen, library, new Recipe(generations, parts, libraries, false));
    }

    /** Those of a unit as the user knows them. */
    private List<Path> sources(Unit unit) {
        Map<Path, Path> origins = origins();
        return unit.sources().stream()
                .map(source -> origins.getOrDefault(source, source))
                .toList();
    }

    /** Whoever makes it again generates the sources in the folder where that is done. */
    private String here(String including) {
        String text = including;
        for (Generation each : generations) {
            text = text.replace("\"" + each.source() + "\"", "\"" + each.name() + "\"");
        }
        return text;
    }

    private static boolean looksIntoClasses(Unit unit, List<Chosen> chosen) {
        return unit.language() == Language.CPP
                && (unit.adapter() || chosen.stream().anyMatch(Chosen::inClass));
    }

    private Port port(Map<Function, Chosen> chosen, Path library, Recipe recipe) throws PortException {
        Set<String> exported = Symbols.of(library);
        Map<Function, String> names = new EnumMap<>(Function.class);
        Map<Function, String> symbols = new EnumMap<>(Function.class);
        Map<Function, Place> places = new EnumMap<>(Function.class);
        Set<Function> hidden = EnumSet.noneOf(Function.class);
        Set<Function> adapted = EnumSet.noneOf(Function.class);
        List<String> notes = new ArrayList<>();
        chosen.forEach((function, each) -> {
            boolean isHidden = !exported.contains(each.name()) || each.fit().isAdapted();
            boolean direct = !isHidden && each.found().unit().language() == Language.C && !each.adapted();
            names.put(function, CythonName.plain(each.name()));
            places.put(function, place(each.found()));
            symbols.put(function, direct ? each.name() : StandIns.symbol(function));
            if (isHidden) {
                hidden.add(function);
            }
            if (each.adapted()) {
                adapted.add(function);
            }
            note(each).ifPresent(notes::add);
        });
        return new Port(
                files,
                compiler.flags().compiling(),
                compiler.python(),
                library,
                names,
                symbols,
                notes,
                places,
                new Places(texts(chosen), origins()),
                hidden,
                adapted,
                recipe);
    }

    private Map<Function, FunctionText> texts(Map<Function, Chosen> chosen) {
        List<Declaration> all = units.stream()
                .flatMap(unit -> unit.declarations().functions().stream())
                .toList();
        Map<Function, FunctionText> texts = new EnumMap<>(Function.class);
        chosen.forEach((function, each) -> texts.put(
                function,
                FunctionText.of(called(each.found()).orElse(each.found().functions()), all)));
        return texts;
    }

    private Map<Path, Path> origins() {
        return generations.stream().collect(Collectors.toMap(Generation::source, Generation::origin, (a, b) -> a));
    }

    private Place place(Found found) {
        return called(found)
                .map(helpers -> new Place(helpers.get(0).file(), helpers.get(0).line()))
                .orElse(found.place());
    }

    /** What an adapter calls of the port is what is judged, and the place to mend; empty where there is no adapter. */
    private Optional<List<Declaration>> called(Found found) {
        if (!found.byAdapter()) {
            return Optional.empty();
        }
        List<Declaration> helpers = units.stream()
                .flatMap(unit -> unit.declarations().functions().stream())
                .filter(Declaration::isDefinition)
                .filter(helper ->
                        !new Place(helper.file(), 1).file().equals(found.place().file()))
                .filter(helper -> found.functions().stream().anyMatch(adapter -> adapter.mentions(helper.simpleName())))
                .toList();
        return helpers.isEmpty() ? Optional.empty() : Optional.of(helpers);
    }

    private static Optional<String> note(Chosen chosen) {
        String original = Prototypes.of(chosen.function(), chosen.function().cName());
        if (chosen.fit().isAdapted()) {
            return Optional.of(CythonName.plain(chosen.name()) + " takes other parameters than "
                    + chosen.function().cName() + "; it is called through an adapter of the kit's");
        }
        return chosen.fit() == Fit.ALIKE || chosen.fit() == Fit.CALLED_WITH_ANY_POINTER
                ? Optional.of(CythonName.plain(chosen.name()) + " is declared otherwise than " + original
                        + "; it is judged as if it were declared so")
                : Optional.empty();
    }
}
