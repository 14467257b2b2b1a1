package io.github.oldbuffer.commandline.port;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.cpython.MachinePythons;
import io.github.oldbuffer.ports.Circumstance;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.ports.compiler.CompilerFlags;
import io.github.oldbuffer.ports.compiler.PkgConfig;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.ShellWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that say what a port is made of, where it runs, and what of it is judged. */
final class PortOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "C or C++ sources and headers of the port, Cython (.pyx) or SWIG (.i), one shared library, or a"
                            + " folder in which to look for what can be judged.")
    private List<Path> files;

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The CPython executable to run it in; several make a table. Default: the CPython that comes"
                    + " with the kit.")
    private List<Path> pythons = List.of();

    @Option(
            names = "--pythons",
            paramLabel = "all|3.9,...",
            description = "Runs it in every CPython of this machine, or in those of some versions.")
    private String wantedPythons;

    @Option(names = "--cflags", paramLabel = "FLAGS", defaultValue = "", description = "For the compiler.")
    private String cflags;

    @Option(
            names = "--ldflags",
            paramLabel = "FLAGS",
            defaultValue = "",
            description = "For the linker, behind the sources.")
    private String ldflags;

    @Option(
            names = "--pkg-config",
            paramLabel = "NAME,...",
            split = ",",
            description = "Libraries that the port needs, as pkg-config knows them.")
    private List<String> packages = List.of();

    @Option(
            names = "--adapter",
            paramLabel = "FILE",
            description = "A source that gives a helper with other parameters the signature of one of the four.")
    private List<Path> adapters = List.of();

    @Option(
            names = "--names",
            paramLabel = "AsReadBuffer=my_name,...",
            description = "What the port calls the functions that it has, in C++ with their namespaces and classes."
                    + " Default: the original names.")
    private String names;

    @Option(
            names = "--contract-only",
            description = "Looks for no differences from CPython, only for violations of the contract.")
    private boolean contractOnly;

    @Option(
            names = "--sanitize",
            paramLabel = "address,undefined",
            defaultValue = "",
            description = "Compiles the port with sanitizers; what they report is a crash, with the report beside it.")
    private String sanitize;

    @Option(
            names = "--ignore",
            paramLabel = "null,pending,unlawful",
            split = ",",
            description =
                    "Leaves out what shows only where an argument is NULL, an exception is pending, or an exporter"
                            + " breaks the rules.")
    private List<String> ignore = List.of();

    /** Whether a folder is to be looked through, which has no adapters. */
    boolean isTree() {
        return files.size() == 1 && Files.isDirectory(files.get(0));
    }

    /** The first file, or the folder. */
    Path first() {
        return files.get(0);
    }

    boolean contractOnly() {
        return contractOnly;
    }

    /** Everything that the user writes, with absolute paths. */
    List<Path> sources() {
        return absolute(Stream.concat(files.stream(), adapters.stream()).toList());
    }

    /** Where it runs, at least one. */
    List<PortPython> interpreters(Terminal terminal) throws CommandException {
        return new PortPythons(terminal.err(), new MachinePythons(System.getenv()))
                .chosen(pythons, wantedPythons, files);
    }

    PortTask task() throws CommandException {
        if (sanitizers().any() && adapters.isEmpty() && files.stream().noneMatch(PortBuild::isSource)) {
            throw CommandException.usage("--sanitize needs the port's sources, not a library");
        }
        return new PortTask(
                absolute(files), absolute(adapters), wantedNames(), flags(), sanitizers(), contractOnly, ignored());
    }

    /**
     * Refuses what is not there.
     *
     * @param folder whether one in the place of files will do
     */
    void checkFiles(boolean folder) throws CommandException {
        if (folder && isTree() && adapters.isEmpty()) {
            return;
        }
        for (Path file : Stream.concat(files.stream(), adapters.stream()).toList()) {
            if (!Files.isRegularFile(file)) {
                throw CommandException.usage(
                        Files.isDirectory(file)
                                ? file + " is a folder, which is judged by itself, without other files and adapters"
                                : Files.exists(file)
                                        ? file + " is no file that can be read twice, as a port is"
                                        : "there is no file " + file);
            }
        }
    }

    private List<String> flags() throws CommandException {
        try {
            List<String> flags = new ArrayList<>(flags("--cflags", cflags));
            flags.addAll(flags("--ldflags", ldflags));
            flags.addAll(sanitizers().flags());
            CompilerFlags libraries = PkgConfig.flags(packages);
            flags.addAll(libraries.compiling());
            flags.addAll(libraries.linking());
            return flags;
        } catch (PortException unknown) {
            throw CommandException.notJudged(unknown.getMessage(), unknown);
        }
    }

    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    }

    /** What repeats results with these options. With absolute paths: who copies the command stands somewhere else. */
    KitResults in(KitResults results) {
        return results.with(absolute(pythons).stream()
                        .flatMap(file -> Stream.of("--python", file.toString()))
                        .toList())
                .option("--pythons", wantedPythons)
                .option("--cflags", cflags.isEmpty() ? null : cflags)
                .option("--ldflags", ldflags.isEmpty() ? null : ldflags)
                .option("--pkg-config", packages.isEmpty() ? null : String.join(",", packages))
                .option("--names", names)
                .option("--ignore", ignore.isEmpty() ? null : String.join(",", ignore))
                .option("--sanitize", sanitize.isEmpty() ? null : sanitize)
                .with(absolute(adapters).stream()
                        .flatMap(file -> Stream.of("--adapter", file.toString()))
                        .toList())
                .with(contractOnly ? List.of("--contract-only") : List.of())
                .with(absolute(files).stream().map(Path::toString).toList());
    }

    private PortNames wantedNames() throws CommandException {
        try {
            return names == null ? PortNames.originals() : PortNames.parse(names);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage(wrong.getMessage(), wrong);
        }
    }

    private Set<Circumstance> ignored() throws CommandException {
        Set<Circumstance> ignored = EnumSet.noneOf(Circumstance.class);
        for (String word : ignore) {
            ignored.add(Circumstance.parse(word)
                    .orElseThrow(() ->
                            CommandException.usage("--ignore takes null, pending and unlawful, not '" + word + "'")));
        }
        return ignored;
    }

    private Sanitizers sanitizers() throws CommandException {
        try {
            return new Sanitizers(sanitize);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage(wrong.getMessage(), wrong);
        }
    }

    private static List<String> flags(String option, String text) throws CommandException {
        try {
            return ShellWords.of(text);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage(option + ": " + wrong.getMessage(), wrong);
        }
    }
}
