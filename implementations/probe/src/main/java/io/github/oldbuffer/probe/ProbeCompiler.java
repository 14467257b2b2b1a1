package io.github.oldbuffer.probe;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compiles the C sources of the kit for whatever they are to run in, once; the results are kept in the cache.
 *
 * <p>Every method throws {@link UnavailableException} with one sentence: no compiler, headers missing, or the
 * compiler's first error with the command.
 */
public final class ProbeCompiler {

    private static final String EMBED_SOURCE = "host_embed.c";
    private static final String JNI_SOURCE = "host_jni.c";
    private static final String MODULE_SOURCE = "host_module.c";
    private static final String PROGRAM_SOURCE = "host_program.c";

    private static final List<String> FLAGS =
            List.of("-std=c99", "-O2", "-fPIC", "-fvisibility=hidden", "-Wall", "-Wextra");

    /** C99 alone hides what POSIX adds to its headers; Python.h asks for it by itself, jni.h does not. */
    private static final String POSIX = "-D_POSIX_C_SOURCE=200809L";

    private final CacheFolder cache;
    private final Found compiler;
    private final BuiltProbes built;
    private final List<String> more;
    private final List<String> strictness;

    private ProbeCompiler(
            CacheFolder cache, Found compiler, BuiltProbes built, List<String> more, List<String> strictness) {
        this.cache = cache;
        this.compiler = compiler;
        this.built = built;
        this.more = List.copyOf(more);
        this.strictness = List.copyOf(strictness);
    }

    /** The compiler, looked for when it is needed. */
    @FunctionalInterface
    private interface Found {
        CCompiler get() throws UnavailableException;
    }

    /** A compiler for users, to whom a warning that only a future compiler gives must not matter. */
    public ProbeCompiler(CacheFolder cache, CCompiler compiler) {
        this(cache, () -> compiler, new BuiltProbes(null), List.of(), List.of());
    }

    /** The user's compiler and cache, and what was compiled when the kit was packed. */
    public static ProbeCompiler ofUser() {
        Map<String, String> environment = System.getenv();
        return new ProbeCompiler(
                CacheFolder.ofUser(environment),
                () -> CCompiler.find(environment),
                BuiltProbes.ofProcess(),
                List.of(),
                List.of());
    }

    /** The same compiler, for which a warning is an error; what it makes is the same. */
    public ProbeCompiler strict() {
        return new ProbeCompiler(cache, compiler, built, more, List.of("-Werror"));
    }

    /**
     * The same compiler with more flags, such as {@code -fsanitize=address}; what it makes is kept apart.
     *
     * @param flags go behind those of the kit, and behind those given before
     */
    public ProbeCompiler with(List<String> flags) {
        return new ProbeCompiler(cache, compiler, new BuiltProbes(null), join(more, flags), strictness);
    }

    /**
     * The probe as a library that a process loads together with a libpython.
     *
     * @param pythonIncludes folders with {@code Python.h} and {@code pyconfig.h}
     */
    public Path probe(List<Path> pythonIncludes) throws UnavailableException {
        return python("liboldbuffer-probe", pythonIncludes, file -> isShared(file) || file.equals(EMBED_SOURCE));
    }

    /**
     * The same, where the kit has none that was compiled before.
     *
     * @param soabi the tag of the Python's binary interface; empty where it has none
     */
    public Path probe(List<Path> pythonIncludes, String soabi) throws UnavailableException {
        Optional<Path> found = built.probe(soabi);
        return found.isPresent() ? found.get() : probe(pythonIncludes);
    }

    /** The extension module, where the kit has none that was compiled before; parameters as for {@link #probe}. */
    public Path module(List<Path> pythonIncludes, String soabi) throws UnavailableException {
        Optional<Path> found = built.module(BuiltProbes.MODULE, soabi);
        return found.isPresent() ? found.get() : module(pythonIncludes);
    }

    /** The probe as the extension module {@code oldbuffer_probe}; parameter as for {@link #probe}. */
    public Path module(List<Path> pythonIncludes) throws UnavailableException {
        return python(BuiltProbes.MODULE, pythonIncludes, file -> isShared(file) || file.equals(MODULE_SOURCE));
    }

    /**
     * Another extension module of the kit.
     *
     * @param name of the module
     * @param folder on the class path that holds its sources
     * @param pythonIncludes as for {@link #probe}
     * @param soabi as for {@link #probe}
     */
    public Path module(String name, String folder, List<Path> pythonIncludes, String soabi)
            throws UnavailableException {
        Optional<Path> found = built.module(name, soabi);
        if (found.isPresent()) {
            return found.get();
        }
        try {
            return library(name, texts(folder), pythonIncludes, List.of(), PythonHeaders.identity(pythonIncludes));
        } catch (IOException e) {
            throw new UnavailableException("The sources of " + name + " cannot be read: " + e + ".", e);
        }
    }

    /**
     * The probe as a program that embeds a Python, loads a port and serves a kit; {@code host_program.c} says how.
     *
     * @param libraries the libpython to link with, and others that it needs
     * @param flags such as those of sanitizers, whose runtime has to come first in a process
     */
    public Path portProgram(List<Path> pythonIncludes, List<Path> libraries, List<String> flags)
            throws UnavailableException {
        try {
            List<String> words = new ArrayList<>(FLAGS);
            words.addAll(flags);
            // whatever a library refers to and does not name has to come from another one of them
            words.add("-Wl,--no-as-needed");
            for (Path library : libraries) {
                words.addAll(List.of(library.toString(), "-Wl,-rpath," + library.getParent()));
            }
            SortedMap<String, String> sources = sources(file -> isShared(file) || file.equals(PROGRAM_SOURCE));
            Compilation compilation = new Compilation(
                    "oldbuffer-program", sources, pythonIncludes, words, PythonHeaders.identity(pythonIncludes));
            return made(compilation, "");
        } catch (IOException e) {
            throw new UnavailableException("The sources of the probe cannot be read: " + e + ".", e);
        }
    }

    /** The shim between the running Java and a probe. */
    public Path jniShim() throws UnavailableException {
        Optional<Path> found = built.jniShim();
        if (found.isPresent()) {
            return found.get();
        }
        try {
            List<Path> includes = JdkHeaders.folders(Path.of(System.getProperty("java.home")));
            List<String> headers = List.of(Files.readString(includes.get(0).resolve("jni.h")));
            SortedMap<String, String> sources = sources(file -> file.endsWith(".h") || file.equals(JNI_SOURCE));
            return library("liboldbuffer-jni", sources, includes, List.of(POSIX), headers);
        } catch (IOException e) {
            throw new UnavailableException("The sources of the JNI shim cannot be read: " + e + ".", e);
        }
    }

    /**
     * A program of C sources that include nothing but each other and the system's headers.
     *
     * @param name of the file
     * @param sources the text of each file by its name; those that end in {@code .c} are compiled
     */
    public Path program(String name, SortedMap<String, String> sources) throws UnavailableException {
        Optional<Path> found = built.program(name);
        return found.isPresent()
                ? found.get()
                : made(new Compilation(name, sources, List.of(), join(FLAGS, List.of(POSIX), more), List.of()), "");
    }

    /**
     * Compiles somebody's own C file that uses Python's C API, such as a port; nothing of it is cached, since only its
     * preprocessor knows which headers it reads.
     *
     * @param flags of theirs, such as {@code -DHELPER=1}
     * @param library the file to make
     */
    public void extension(Path source, List<Path> pythonIncludes, List<String> flags, Path library)
            throws UnavailableException {
        List<String> words = new ArrayList<>(List.of("-O2", "-fPIC"));
        words.addAll(more);
        words.addAll(flags);
        words.addAll(List.of("-shared", source.toString()));
        words.addAll(including(pythonIncludes));
        words.addAll(linking(System.getProperty("os.name")));
        compiler.get().link(words, library);
    }

    private Path python(String name, List<Path> includes, Predicate<String> wanted) throws UnavailableException {
        try {
            return library(name, sources(wanted), includes, List.of(), PythonHeaders.identity(includes));
        } catch (IOException e) {
            throw new UnavailableException("The sources of the probe cannot be read: " + e + ".", e);
        }
    }

    private static boolean isShared(String file) {
        return !file.startsWith("host_");
    }

    private static SortedMap<String, String> sources(Predicate<String> wanted) throws IOException {
        SortedMap<String, String> texts = texts("probe");
        texts.keySet().removeIf(wanted.negate());
        return texts;
    }

    private static SortedMap<String, String> texts(String folder) throws IOException {
        return ResourceFolder.find(ProbeCompiler.class.getClassLoader(), folder)
                .orElseThrow(() -> new IOException("they are not on the class path"))
                .texts();
    }

    private Path library(
            String name,
            SortedMap<String, String> sources,
            List<Path> includes,
            List<String> flags,
            List<String> headers)
            throws UnavailableException {
        List<String> all = join(FLAGS, List.of("-shared"), flags, more);
        return made(new Compilation(name, sources, includes, all, headers), ".so");
    }

    private Path made(Compilation compilation, String suffix) throws UnavailableException {
        return cache.entry(compilation.key(compiler.get()) + suffix, place -> compile(compilation, place));
    }

    private void compile(Compilation compilation, Path result) throws IOException, UnavailableException {
        Path folder = Files.createDirectory(result.resolveSibling("sources"));
        List<String> words = new ArrayList<>(compilation.flags());
        words.addAll(strictness);
        words.addAll(including(compilation.includes()));
        for (Map.Entry<String, String> source : compilation.sources().entrySet()) {
            Path file = Files.writeString(folder.resolve(source.getKey()), source.getValue());
            if (source.getKey().endsWith(".c")) {
                words.add(file.toString());
            }
        }
        words.addAll(linking(System.getProperty("os.name")));
        compiler.get().link(words, result);
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static List<String> including(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> Stream.of("-isystem", folder.toString()))
                .toList();
    }

    /** Python's symbols come from the process; on macOS the linker wants to be told so. */
    private static List<String> linking(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("mac")
                ? List.of("-undefined", "dynamic_lookup")
                : List.of("-ldl", "-pthread");
    }
}
