package io.github.oldbuffer.cpython.checked;

import io.github.oldbuffer.cpython.BundledPython;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.probe.ResourceFolder;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The probe, and the program that drives it without a JVM, compiled with the address and undefined-behaviour sanitizers
 * where the compiler has them.
 *
 * <p>Without them everything is run all the same, and what they would have seen goes unseen unless it is fatal; standard
 * output says so.
 */
final class CheckedProbe {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final List<String> SANITIZERS = List.of(
            "-O1", "-g", "-fno-omit-frame-pointer", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined");

    /** The driver decides which allocations of the probe fail, see starve.c. */
    private static final List<String> STARVED =
            List.of("-Dmalloc=starved_malloc", "-Drealloc=starved_realloc", "-Dmmap=starved_mmap");

    /** What Python allocates once is its own business, and 2^40 bytes may be refused. */
    private static final List<String> ENVIRONMENT = List.of(
            "ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1",
            "UBSAN_OPTIONS=print_stacktrace=1",
            "PYTHONMALLOC=malloc",
            "PYTHONDONTWRITEBYTECODE=1");

    private final PythonRuntime python;
    private final ProbeCompiler compiler;
    private final boolean sanitized;
    private final Path driver;

    private CheckedProbe(PythonRuntime python, ProbeCompiler compiler, boolean sanitized) throws UnavailableException {
        this.python = python;
        this.compiler = compiler;
        this.sanitized = sanitized;
        // its functions are to be found by the probe
        this.driver = compiler.with(List.of("-rdynamic")).program("oldbuffer-driver", texts("probe-test/driver"));
    }

    /** Compiles what is not in the cache yet. */
    static CheckedProbe compile() throws UnavailableException {
        ProbeCompiler plain = ProbeCompiler.ofUser();
        ProbeCompiler sanitizing = plain.with(SANITIZERS);
        boolean sanitized = works(sanitizing);
        if (!sanitized) {
            System.out.println("This compiler has no sanitizers: the probe is checked without them.");
        }
        PythonRuntime python = BundledPython.unpack(CacheFolder.ofUser(System.getenv()));
        return new CheckedProbe(python, sanitized ? sanitizing : plain, sanitized);
    }

    boolean sanitized() {
        return sanitized;
    }

    /** Runs one of the driver's modes that take a port; its arguments without that. */
    String drive(String mode, Path folder, List<String> arguments) throws UnavailableException, IOException {
        Path probe = compiler.with(STARVED).probe(python.includes());
        List<String> words = new ArrayList<>(List.of(mode, port(folder).toString()));
        words.addAll(arguments);
        return run(probe.toString(), words);
    }

    /** Runs a Python script in a folder that has the probe as an extension module, the port, and the scripts. */
    String python(String script, Path folder, List<String> arguments) throws UnavailableException, IOException {
        Path scripts = folder.resolve("scripts");
        if (!Files.exists(scripts)) {
            resources("probe-test").copyTo(scripts, name -> name.endsWith(".py"));
            Files.copy(compiler.with(STARVED).module(python.includes()), scripts.resolve("oldbuffer_probe.so"));
            port(scripts);
        }
        List<String> words =
                new ArrayList<>(List.of("python", scripts.resolve(script).toString()));
        words.addAll(arguments);
        return run("-", words);
    }

    /** Runs a program of one source with the flags that the probe has. */
    Command.Result run(String source) throws UnavailableException, IOException {
        Path program = compiler.program("oldbuffer-check", new TreeMap<>(Map.of("main.c", source)));
        return Command.run(words(List.of(program.toString())), LIMIT);
    }

    private String run(String probe, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                driver.toString(),
                python.library().toString(),
                python.preload() == null ? "-" : python.preload().toString(),
                probe));
        words.addAll(arguments);
        Command.Result result = Command.run(words(words), LIMIT);
        if (result.status() != 0) {
            throw new AssertionError("Status " + result.status() + " of " + String.join(" ", words) + "\n"
                    + result.output() + result.errors());
        }
        return result.output() + result.errors();
    }

    private List<String> words(List<String> command) {
        List<String> words = new ArrayList<>(List.of("env", "PYTHONHOME=" + python.home()));
        words.addAll(ENVIRONMENT);
        words.addAll(command);
        return words;
    }

    /** The port, without sanitizers: what it does wrong, it does on purpose. */
    private Path port(Path folder) throws UnavailableException, IOException {
        Path library = folder.resolve("port.so");
        if (!Files.exists(library)) {
            Path source = Files.writeString(
                    folder.resolve("port.c"), texts("probe-test").get("port.c"));
            ProbeCompiler.ofUser().extension(source, python.includes(), List.of(), library);
        }
        return library;
    }

    private static boolean works(ProbeCompiler compiler) throws UnavailableException {
        try {
            Path program = compiler.program(
                    "oldbuffer-check", new TreeMap<>(Map.of("main.c", "int main(void) { return 0; }\n")));
            return Command.run(List.of(program.toString()), LIMIT).status() == 0;
        } catch (UnavailableException e) {
            // the compiler does not know them, or has no library for them
            return false;
        } catch (IOException e) {
            throw new UnavailableException("A program that was just compiled cannot be run: " + e + ".", e);
        }
    }

    private static SortedMap<String, String> texts(String folder) throws UnavailableException {
        try {
            return resources(folder).texts();
        } catch (IOException e) {
            throw new UnavailableException("The sources of the driver cannot be read: " + e + ".", e);
        }
    }

    private static ResourceFolder resources(String folder) throws IOException {
        return ResourceFolder.find(CheckedProbe.class.getClassLoader(), folder)
                .orElseThrow(() -> new IOException(folder + " is not on the class path"));
    }
}
