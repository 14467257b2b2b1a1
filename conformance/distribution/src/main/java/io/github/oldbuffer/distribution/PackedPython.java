package io.github.oldbuffer.distribution;

import io.github.oldbuffer.consumers.scan.Sandbox;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.cpython.BundledPython;
import io.github.oldbuffer.cpython.PreparedPython;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.probe.BuiltProbes;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bundled CPython, and the probe compiled for it and for other CPythons.
 *
 * @param names of the binary interfaces that there are probes for
 */
record PackedPython(List<String> names) {

    private static final String PYTHON = "python";
    private static final String PROBES = "probes";

    private static final Pattern MODULE = Pattern.compile(".*\\.(cpython-[^.]+)\\.so");

    /**
     * Makes all of it.
     *
     * @param kit the folder that is packed
     * @param scratch a folder for what is made on the way
     */
    static PackedPython make(Path kit, Path scratch) throws IOException, UnavailableException {
        PythonRuntime unpacked = BundledPython.unpack(new CacheFolder(Folders.empty(scratch)));
        Path python = Files.move(Path.of(unpacked.home()), kit.resolve(PYTHON));
        Path include = python.resolve(
                Path.of(unpacked.home()).relativize(unpacked.includes().get(0)).toString());
        Path probes = Files.createDirectory(kit.resolve(PROBES));
        // symbols are for debuggers; what was compiled before, and is what would be compiled now, is in the user's
        // cache
        CacheFolder cache = CacheFolder.ofUser(System.getenv());
        ProbeCompiler compiler = new ProbeCompiler(cache, CCompiler.find(System.getenv()))
                .strict()
                .with(List.of("-s"));
        Files.copy(compiler.jniShim(), probes.resolve(BuiltProbes.SHIM));
        Files.copy(Sandbox.program(compiler), probes.resolve(Sandbox.PROGRAM));
        List<String> names = new ArrayList<>();
        String own = soabi(python);
        add(own, List.of(include), compiler, probes, names);
        for (Interpreter interpreter : Interpreters.ofThisMachine()) {
            if (!names.contains(interpreter.soabi())) {
                add(interpreter.soabi(), interpreter.includes(), compiler, probes, names);
            }
        }
        PreparedPython.index(kit, PYTHON, PROBES + "/" + BuiltProbes.SHIM, PROBES + "/" + BuiltProbes.probeName(own));
        return new PackedPython(names);
    }

    private static void add(String soabi, List<Path> includes, ProbeCompiler compiler, Path probes, List<String> names)
            throws IOException, UnavailableException {
        Files.copy(compiler.probe(includes), probes.resolve(BuiltProbes.probeName(soabi)));
        Files.copy(compiler.module(includes), probes.resolve(BuiltProbes.moduleName(BuiltProbes.MODULE, soabi)));
        Files.copy(
                WorkerSetting.module(compiler, includes, soabi),
                probes.resolve(BuiltProbes.moduleName(WorkerSetting.MODULE, soabi)));
        names.add(soabi);
    }

    /** As its own extension modules have it in their names. */
    private static String soabi(Path python) throws IOException, UnavailableException {
        try (Stream<Path> files = Files.walk(python)) {
            return files.map(file -> MODULE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new UnavailableException("The bundled CPython has no extension modules."));
        }
    }
}
