package io.github.oldbuffer.consumers.worker;

import io.github.oldbuffer.probe.BuiltProbes;
import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where functions are called.
 *
 * @param interpreter that calls them
 * @param paths in front of its own {@code sys.path}, absolute
 * @param driver the script that serves the kit
 * @param module the extension module, compiled for the interpreter
 * @param wrapper words in front of those that start the interpreter, such as those of a sandbox
 * @param patience how long one answer may take
 */
public record WorkerSetting(
        Interpreter interpreter, List<Path> paths, Path driver, Path module, List<String> wrapper, Duration patience) {

    /** Its name, for Python and in files. */
    public static final String MODULE = "oldbuffer_consumer";

    private static final String LAUNCH = "ulimit -c 0; exec \"$@\"";

    public WorkerSetting {
        paths = List.copyOf(paths);
        wrapper = List.copyOf(wrapper);
    }

    /**
     * Compiles what is needed, or takes it from the cache.
     *
     * @throws UnavailableException where headers or compiler are missing
     */
    public static WorkerSetting prepare(Interpreter interpreter, List<Path> paths, Duration patience)
            throws UnavailableException {
        if (!interpreter.hasHeaders() && !BuiltProbes.ofProcess().haveModule(MODULE, interpreter.soabi())) {
            throw new UnavailableException(
                    "The headers of " + interpreter.executable() + " are missing (no Python.h in "
                            + interpreter.includes() + "): install them (Debian: apt-get install python3-dev).");
        }
        Path module = module(ProbeCompiler.ofUser(), interpreter.includes(), interpreter.soabi());
        Path driver = DriverFolder.driver(CacheFolder.ofUser(System.getenv()));
        return new WorkerSetting(interpreter, paths, driver, module, List.of(), patience);
    }

    /** The module that serves a caller in an interpreter; parameters as for {@link ProbeCompiler#probe(List, String)}. */
    public static Path module(ProbeCompiler compiler, List<Path> includes, String soabi) throws UnavailableException {
        return compiler.module(MODULE, "consumer", includes, soabi);
    }

    /** The same inside of a wrapper. */
    public WorkerSetting in(List<String> words) {
        return new WorkerSetting(interpreter, paths, driver, module, words, patience);
    }

    /** The same with another patience. */
    public WorkerSetting waiting(Duration time) {
        return new WorkerSetting(interpreter, paths, driver, module, wrapper, time);
    }

    List<String> words() {
        List<String> words = new ArrayList<>(wrapper);
        words.addAll(List.of(
                "/bin/sh",
                "-c",
                LAUNCH,
                "sh",
                interpreter.executable().toString(),
                driver.toString(),
                module.toString()));
        return words;
    }
}
