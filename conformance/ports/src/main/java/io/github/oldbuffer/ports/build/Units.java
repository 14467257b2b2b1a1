package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.CompileCommands;
import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortCompiler;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.Unit;
import io.github.oldbuffer.ports.declaration.Declaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts the user's files into what is compiled apart, and reads it.
 *
 * @param origins of files that were generated
 */
record Units(PortCompiler compiler, Map<Path, Path> origins) {

    /** Words that C does not have. */
    private static final Set<String> CPP_WORDS =
            Set.of("namespace", "template", "class", "using", "constexpr", "nullptr", "static_cast", "public", "::");

    /**
     * Reads sources, headers and adapters; what another one of them includes is part of that one.
     *
     * @return adapters first
     */
    List<ReadUnit> read(List<Path> files, List<Path> adapters) throws PortException {
        List<ReadUnit> all = new ArrayList<>();
        for (Path file : adapters) {
            all.add(read(file, true));
        }
        for (Path file : files) {
            all.add(read(file, false));
        }
        all.removeIf(
                unit -> all.stream().anyMatch(other -> other != unit && other.includes(unit) && !unit.includes(other)));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).unit().adapter()) {
                all.set(i, withItsSources(all.get(i), all));
            }
        }
        all.removeIf(unit -> all.stream()
                .anyMatch(other -> other != unit
                        && other.unit().adapter()
                        && other.unit().sources().contains(unit.unit().main())));
        return List.copyOf(all);
    }

    private ReadUnit read(Path file, boolean adapter) throws PortException {
        Path origin = origins.getOrDefault(file, file);
        List<String> flags = CompileCommands.of(origin)
                .withoutPythons(compiler.python().includes())
                .compiling();
        Optional<Language> language = Language.of(file);
        if (language.isPresent()) {
            return ReadUnit.of(new Unit(List.of(file), language.get(), flags, adapter, origin), compiler);
        }
        Unit cpp = new Unit(List.of(file), Language.CPP, flags, adapter);
        ReadUnit asC;
        try {
            asC = ReadUnit.of(new Unit(List.of(file), Language.C, flags, adapter), compiler);
        } catch (PortException missing) {
            // headers that C++ has and C has not; where that is not why, this says so
            return ReadUnit.of(cpp, compiler);
        }
        boolean isCpp = asC.text().tokens().stream().anyMatch(token -> CPP_WORDS.contains(token.text()));
        return isCpp ? ReadUnit.of(cpp, compiler) : asC;
    }

    /** An adapter may speak of functions that no linker would find for it: it is compiled behind their source then. */
    private ReadUnit withItsSources(ReadUnit adapter, List<ReadUnit> all) throws PortException {
        ReadUnit whole = adapter;
        for (ReadUnit source : all) {
            if (!source.unit().adapter() && needs(adapter, source)) {
                whole = ReadUnit.of(whole.unit().behind(source.unit()), compiler);
            }
        }
        return whole;
    }

    private static boolean needs(ReadUnit adapter, ReadUnit source) {
        return source.declarations().functions().stream()
                .filter(Declaration::isDefinition)
                .anyMatch(function -> adapter.mentions(function.simpleName())
                        && adapter.declarations().named(function.name()).stream()
                                .noneMatch(Declaration::isDefinition)
                        && (function.isStatic()
                                || adapter.unit().language() != source.unit().language()
                                || adapter.declarations().named(function.name()).isEmpty()));
    }
}
