package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.cpython.PortLibrary;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.place.Places;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A port that has been built and can be loaded.
 *
 * @param files as the user gave them, absolute: C or C++ sources, or one shared library; adapters behind them
 * @param flags for the compiler, the user's and those of sanitizers; paths in them are absolute, and what the linker
 *     wants behind the sources stands in the recipe
 * @param library what is loaded
 * @param names of the functions that it has, as the user knows them
 * @param symbols of the same functions in the library; another than the name where that is not exported
 * @param notes for the user, each a sentence
 * @param places where its functions are written; without those of a library
 * @param texts what its functions say, as far as it was made of sources
 * @param hidden functions that the library does not export under their own name: static ones, macros, those of C++, and
 *     those behind an adapter
 * @param adapted functions whose outputs are filled by an adapter, so that what becomes of them is not theirs to answer
 *     for
 */
public record Port(
        List<Path> files,
        List<String> flags,
        PythonRuntime python,
        Path library,
        Map<Function, String> names,
        Map<Function, String> symbols,
        List<String> notes,
        Map<Function, Place> places,
        Places texts,
        Set<Function> hidden,
        Set<Function> adapted,
        Recipe recipe) {

    public Port {
        files = List.copyOf(files);
        flags = List.copyOf(flags);
        names = Collections.unmodifiableMap(new EnumMap<>(names));
        symbols = Collections.unmodifiableMap(new EnumMap<>(symbols));
        notes = List.copyOf(notes);
        places = Map.copyOf(places);
        hidden = Set.copyOf(hidden);
        adapted = Set.copyOf(adapted);
    }

    /** A library that is there already, with functions of these names. */
    public static Port ofLibrary(Path library, PythonRuntime python, List<String> flags, Map<Function, String> names) {
        return ofLibrary(library, python, flags, names, Recipe.none());
    }

    /** A library of which more is known. */
    static Port ofLibrary(
            Path library, PythonRuntime python, List<String> flags, Map<Function, String> names, Recipe recipe) {
        return new Port(
                List.of(library),
                flags,
                python,
                library,
                names,
                names,
                List.of(),
                Map.of(),
                new Places(Map.of(), Map.of()),
                Set.of(),
                Set.of(),
                recipe);
    }

    /** The same with a note, and with other words for how it was made. */
    Port with(String note, Recipe made) {
        List<String> all = new ArrayList<>(List.of(note));
        all.addAll(notes);
        return new Port(files, flags, python, library, names, symbols, all, places, texts, hidden, adapted, made);
    }

    /** Such as {@code port:buffers.c}, run by a CPython. */
    public Identity identity() {
        String name = files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining("+"));
        return new Identity("port:" + name, "CPython", python.build());
    }

    /** What the probe loads. */
    public PortLibrary portLibrary() {
        return PortLibrary.of(library, symbols);
    }

    /** Functions of which CPython's own run. */
    public List<Function> missing() {
        List<Function> missing = new ArrayList<>(List.of(Function.values()));
        missing.removeAll(names.keySet());
        return missing;
    }

    /** Whether it was compiled by the kit. */
    public boolean fromSource() {
        return !files.get(0).equals(library);
    }

    /** Whether the library does not export a function under its own name. */
    public boolean hidden(Function function) {
        return hidden.contains(function);
    }
}
