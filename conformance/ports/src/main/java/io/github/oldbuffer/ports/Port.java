package io.github.oldbuffer.ports;

import io.github.oldbuffer.cpython.PortLibrary;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A port that has been built and can be loaded.
 *
 * @param files as the user gave them, absolute: C or C++ sources, or one shared library
 * @param flags for the compiler, the user's and those of sanitizers
 * @param library what is loaded
 * @param names of the functions that it has, as the user knows them
 * @param symbols of the same functions in the library; another than the name where that is not exported
 * @param notes for the user, each a sentence
 */
public record Port(
        List<Path> files,
        List<String> flags,
        PythonRuntime python,
        Path library,
        Map<Function, String> names,
        Map<Function, String> symbols,
        List<String> notes) {

    public Port {
        files = List.copyOf(files);
        flags = List.copyOf(flags);
        names = Collections.unmodifiableMap(new EnumMap<>(names));
        symbols = Collections.unmodifiableMap(new EnumMap<>(symbols));
        notes = List.copyOf(notes);
    }

    /** Such as {@code port:buffers.c}, run by a CPython. */
    public Identity identity() {
        String name = files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining("+"));
        return new Identity("port:" + name, "CPython", python.version());
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

    /** Functions that the library has under another symbol than their name: static ones, and macros. */
    public boolean hidden(Function function) {
        return names.containsKey(function) && !names.get(function).equals(symbols.get(function));
    }
}
