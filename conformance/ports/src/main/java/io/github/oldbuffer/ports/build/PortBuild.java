package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.alone.Alone;
import io.github.oldbuffer.ports.compiler.CompilerFlags;
import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.NotCompiledException;
import io.github.oldbuffer.ports.compiler.PortCompiler;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.Symbols;
import io.github.oldbuffer.ports.compiler.UnknownNameException;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.generate.Generation;
import io.github.oldbuffer.ports.generate.Generators;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.text.KitCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a port out of the user's files.
 *
 * @param flags for compiler and linker, in any order; their paths are relative to the current folder
 * @param folder private; for what is made
 */
public record PortBuild(PythonRuntime python, CCompiler compiler, List<String> flags, Path folder) {

    /**
     * Builds, or takes as it is.
     *
     * @param files sources and headers, or one shared library; absolute
     * @throws PortException where there is nothing to judge in them
     */
    public Port of(List<Path> files, PortNames names) throws PortException {
        return of(files, List.of(), names);
    }

    /**
     * Builds with adapters.
     *
     * @param files sources, headers and shared libraries; absolute
     * @param adapters sources that give functions of theirs the signatures of the four; absolute
     * @throws PortException where there is nothing to judge in them
     */
    public Port of(List<Path> files, List<Path> adapters, PortNames names) throws PortException {
        List<Path> sources = files.stream().filter(PortBuild::isSource).toList();
        for (Path source : Stream.concat(sources.stream(), adapters.stream()).toList()) {
            if (source.toString().matches("(?s).*[\"\\\\\n].*")) {
                throw new PortException("No #include can name " + source
                        + ": there is a quotation mark or a backslash in it. Under another name it can be judged.");
            }
        }
        if (sources.isEmpty() && adapters.isEmpty() && files.size() == 1) {
            return library(files.get(0), names);
        }
        try {
            return whole(files, sources, adapters, names);
        } catch (NotCompiledException failed) {
            Optional<String> lacking = names.lackingArguments(failed.getMessage());
            if (lacking.isPresent()) {
                throw new PortException(lacking.get(), failed);
            }
            return alone(files, sources, adapters, names, failed);
        }
    }

    private Port whole(List<Path> files, List<Path> sources, List<Path> adapters, PortNames names)
            throws PortException {
        Sources written = written(files, sources);
        try {
            return of(written, files, adapters, names);
        } catch (PortException failed) {
            throw written.explained(failed, python);
        }
    }

    /** What does not compile as it stands may hold functions that do. */
    private Port alone(
            List<Path> files, List<Path> sources, List<Path> adapters, PortNames names, NotCompiledException failed)
            throws PortException {
        Sources written = new Sources(sources, List.of(), sorted(files, sources).withoutPythons(python.includes()));
        Alone alone = Alone.of(sources, adapters, names.names().values(), names.chosen(), headers(written), folder)
                .orElseThrow(() -> failed);
        try {
            PortCompiler port = compiler(written, files);
            List<Path> taken = alone.files().entrySet().stream()
                    .filter(entry -> !adapters.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            List<Path> adapting = alone.files().entrySet().stream()
                    .filter(entry -> adapters.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            List<ReadUnit> units = new Units(port, alone.origins()).read(taken, adapting);
            List<Path> all = Stream.concat(files.stream(), adapters.stream()).toList();
            Port made = made(port, all, units, names, List.of());
            return made.with(
                    failed.shortly() + "; judged alone, without the rest of the source and what a module sets" + " up: "
                            + String.join(", ", made.names().values()),
                    recipe(alone, made.recipe()));
        } catch (NotCompiledException neither) {
            throw new NotCompiledException(failed.getMessage().replaceFirst("\\.$", "")
                    + "; alone, without the rest of the source, "
                    + (names.chosen() ? String.join(", ", names.names().values()) : "its functions")
                    + " cannot be compiled either: " + neither.shortly() + ".");
        }
    }

    private Port of(Sources written, List<Path> files, List<Path> adapters, PortNames names) throws PortException {
        PortCompiler port = compiler(written, files);
        List<ReadUnit> units = new Units(port, written.origins()).read(written.files(), adapters);
        List<Path> all = Stream.concat(files.stream(), adapters.stream()).toList();
        return made(port, all, units, names, written.generations());
    }

    private static Port made(
            PortCompiler port, List<Path> files, List<ReadUnit> units, PortNames names, List<Generation> generations)
            throws PortException {
        requireOne(names, units);
        Map<Function, Found> found = new FunctionSearch(names, units).found();
        requireAll(
                names,
                found.keySet(),
                "",
                units.stream().flatMap(unit -> unit.defined().stream()).toList());
        Map<Function, Chosen> chosen = new EnumMap<>(Function.class);
        for (Found each : found.values()) {
            chosen.put(each.function(), new SignatureCheck(port).choose(each));
        }
        return new PortMaker(port, files, units, generations).make(chosen);
    }

    private static Recipe recipe(Alone alone, Recipe made) throws PortException {
        List<Recipe.Part> parts = new ArrayList<>();
        for (Recipe.Part part : made.parts()) {
            parts.add(new Recipe.Part(part.language(), part.flags(), alone.inlined(part.text())));
        }
        return new Recipe(made.generations(), parts, made.libraries(), made.module());
    }

    /**
     * Writes an adapter for a function of the user's, as far as it can be known.
     *
     * @param wanted such as {@code my_helper}, or {@code AsWriteBuffer=my_helper}
     * @return a source, for the user to finish
     * @throws PortException where there is no such function
     */
    public String adapter(List<Path> files, String wanted) throws PortException {
        List<Path> sources = files.stream().filter(PortBuild::isSource).toList();
        try {
            Sources written = written(files, sources);
            try {
                return adapter(files, written, written.files(), written.origins(), wanted);
            } catch (PortException failed) {
                throw written.explained(failed, python);
            }
        } catch (NotCompiledException failed) {
            List<String> names =
                    List.of(wanted.substring(wanted.indexOf('=') + 1).strip());
            Sources written =
                    new Sources(sources, List.of(), sorted(files, sources).withoutPythons(python.includes()));
            Alone alone = Alone.of(sources, List.of(), names, true, headers(written), folder)
                    .orElseThrow(() -> failed);
            return adapter(files, written, List.copyOf(alone.files().values()), alone.origins(), wanted);
        }
    }

    private String adapter(List<Path> files, Sources written, List<Path> read, Map<Path, Path> origins, String wanted)
            throws PortException {
        PortCompiler port = compiler(written, files);
        return new AdapterWriter(port, new Units(port, origins).read(read, List.of())).text(wanted);
    }

    /** Whether a port is made of a file, and the file is not the port. */
    public static boolean isSource(Path file) {
        return Language.isSource(file) || Generators.isFor(file);
    }

    private Sources written(List<Path> files, List<Path> sources) throws PortException {
        CompilerFlags sorted = sorted(files, sources).withoutPythons(python.includes());
        return new Sources(sources, new Generators(System.getenv(), sorted, folder).of(sources), sorted);
    }

    private static List<Path> headers(Sources written) {
        return written.flags().folders().stream().map(Path::of).toList();
    }

    private PortCompiler compiler(Sources written, List<Path> files) {
        List<Path> folders = files.stream()
                .flatMap(file -> Stream.of(file.getParent(), ModuleFolders.above(file)))
                .distinct()
                .toList();
        return new PortCompiler(compiler, python, written.flags(), folder, folders);
    }

    /** Libraries among the files are linked with, and found again when the port is loaded. */
    private CompilerFlags sorted(List<Path> files, List<Path> sources) {
        List<String> words = new ArrayList<>(flags);
        for (Path library : files) {
            if (!sources.contains(library)) {
                words.addAll(List.of(library.toString(), "-Wl,-rpath," + library.getParent()));
            }
        }
        return CompilerFlags.of(words, Path.of(""));
    }

    private Port library(Path library, PortNames names) throws PortException {
        Optional<BuiltModule> built = BuiltModule.named(library);
        if (built.isPresent() && !built.get().isFor(python.version())) {
            throw new PortException(built.get().refusal(python));
        }
        requireLibrary(library);
        Set<String> symbols = Symbols.of(library);
        Map<Function, String> found = new EnumMap<>(names.names());
        found.values().removeIf(name -> !symbols.contains(name));
        Optional<String> module = BuiltModule.importedAs(library, symbols);
        String cpp = mangled(symbols, names.names().values());
        requireAll(names, found.keySet(), cpp.isEmpty() ? hidden(module) : cpp, List.copyOf(symbols));
        return Port.ofLibrary(library, python, flags, found, module.isPresent() ? Recipe.ofModule() : Recipe.none());
    }

    /** What a project has besides sources and libraries is read as a part of those alone. */
    private static void requireLibrary(Path file) throws PortException {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.matches("px[di]")) {
            throw new PortException(name + " is a part of other Cython sources: give the .pyx that "
                    + (ending.equals("pxi") ? "includes" : "cimports") + " it.");
        } else if (ending.matches("mm?|src|in|tmpl|txt|md|rst|py|pyi|rs|go|java|swift|f|f90|o|a")) {
            throw new PortException(name + " is neither a source in C, C++, Cython or SWIG, nor a shared library"
                    + (ending.matches("mm?")
                            ? ": Objective-C is not compiled; a helper in it is judged once it stands in a .c"
                            : "")
                    + ".");
        }
    }

    /** What the user can do about functions that a library does not export. */
    private static String hidden(Optional<String> module) {
        return "; static functions of a library cannot be seen from outside: "
                + module.map(name ->
                                KitCommand.NAME + " scan " + name + " judges what Python code can call of it, and ")
                        .orElse("")
                + KitCommand.NAME + " port with the sources judges them";
    }

    /** A name without its namespace may be that of several functions. */
    private static void requireOne(PortNames names, List<ReadUnit> units) throws PortException {
        for (Map.Entry<Function, String> name : names.names().entrySet()) {
            List<String> meant = units.stream()
                    .flatMap(unit -> unit.declarations().functions().stream())
                    .filter(Declaration::isDefinition)
                    .filter(function -> function.simpleName().equals(name.getValue()))
                    .map(Declaration::name)
                    .distinct()
                    .toList();
            if (meant.size() > 1 && !meant.contains(name.getValue())) {
                throw new PortException("The port has several functions " + name.getValue() + ": "
                        + String.join(", ", meant) + "; --names "
                        + name.getKey().cName().substring("PyObject_".length()) + "=" + meant.get(0)
                        + " says which one.");
            }
        }
    }

    private static void requireAll(PortNames wanted, Set<Function> found, String hint, List<String> known)
            throws PortException {
        List<String> missing = wanted.names().entrySet().stream()
                .filter(entry -> !found.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (found.isEmpty() || wanted.chosen() && !missing.isEmpty()) {
            String sentence = "The port has " + (found.isEmpty() ? "none of the functions " : "no function ")
                    + String.join(", ", missing)
                    + (wanted.chosen() ? "" : "; --names AsReadBuffer=my_name,... says what they are called") + hint
                    + ".";
            throw wanted.chosen()
                    ? new UnknownNameException(sentence, missing.get(0), known)
                    : new PortException(sentence);
        }
    }

    /** C++ gives functions other names, which is easily overlooked. */
    private static String mangled(Set<String> symbols, Collection<String> wanted) {
        return wanted.stream()
                        .anyMatch(name ->
                                symbols.stream().anyMatch(symbol -> symbol.startsWith("_Z" + name.length() + name)))
                ? "; it is a C++ function there: declare it extern \"C\""
                : "";
    }
}
