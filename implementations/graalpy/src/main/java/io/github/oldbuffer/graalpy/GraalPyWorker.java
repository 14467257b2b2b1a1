package io.github.oldbuffer.graalpy;

import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.process.JavaWorkerCommand;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a Java that runs GraalPy is started.
 *
 * @param libraries its class path: what the kit was started with, since GraalPy is many jars
 * @param compiler the modules of the Graal compiler where this Java can use them, otherwise none
 * @param resources the folder in which GraalPy unpacks its standard library, once
 */
record GraalPyWorker(List<Path> libraries, List<Path> compiler, Path resources) {

    /** The Java whose compiler interface the Graal compiler of this release is made for. */
    private static final int COMPILER_JAVA = 25;

    /** The system property with a class path for workers, where a process runs without GraalPy's jars itself. */
    static final String CLASS_PATH = "oldbuffer.worker.classpath";

    private static final String COMPILER_INTERFACE = "jdk.internal.vm.ci";

    private static final List<String> COMPILER_JARS =
            List.of("compiler-", "truffle-compiler-", "collections-", "word-");

    GraalPyWorker {
        libraries = List.copyOf(libraries);
        compiler = List.copyOf(compiler);
    }

    /** For the Java that runs the kit, with its class path or what {@value #CLASS_PATH} says. */
    static GraalPyWorker onThisJava(CacheFolder cache) throws UnavailableException {
        String classPath = System.getProperty(CLASS_PATH, System.getProperty("java.class.path"));
        List<Path> libraries = Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
        boolean usable = Runtime.version().feature() == COMPILER_JAVA
                && ModuleFinder.ofSystem().find(COMPILER_INTERFACE).isPresent();
        return new GraalPyWorker(
                libraries,
                usable ? compiler(libraries) : List.of(),
                cache.entry("graalpy-resources", Files::createDirectory));
    }

    JavaWorkerCommand command() {
        List<String> options = new ArrayList<>(List.of("-Xmx2g", "-Dpolyglot.engine.userResourceCache=" + resources));
        if (Runtime.version().feature() >= 24) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (!compiler.isEmpty()) {
            // the compiler is Java itself: with the quick compiler alone it would be slow
            options.add("-XX:TieredStopAtLevel=4");
            options.add("-XX:+UnlockExperimentalVMOptions");
            options.add("-XX:+EnableJVMCI");
            options.add("--upgrade-module-path="
                    + compiler.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        return new JavaWorkerCommand(GraalPyHostFactory.class, List.of(), options, libraries);
    }

    /** All of the compiler's jars, or none. */
    private static List<Path> compiler(List<Path> libraries) {
        List<Path> jars = libraries.stream()
                .filter(jar -> COMPILER_JARS.stream()
                        .anyMatch(start -> jar.getFileName().toString().matches(start + "[0-9.]+\\.jar")))
                .toList();
        return jars.size() == COMPILER_JARS.size() ? jars : List.of();
    }
}
