package io.github.oldbuffer.process.interpreter;

import io.github.oldbuffer.process.WorkerCommand;
import io.github.oldbuffer.process.WorkerFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * Starts a Python interpreter that serves the probe as an extension module.
 *
 * @param executable of the interpreter
 * @param module the probe, compiled for this interpreter
 */
public record InterpreterWorkerCommand(Path executable, Path module) implements WorkerCommand {

    /** No core dumps. The shell is replaced by the interpreter, so that the kit's child is the worker itself. */
    private static final String LAUNCH = "ulimit -c 0; exec \"$@\"";

    /**
     * The loader is named because the file's suffix is not one that every interpreter knows; status 74 tells the kit
     * that the last line on standard error says why there was no start.
     */
    private static final String SERVE = """
            import sys
            from importlib.machinery import ExtensionFileLoader
            from importlib.util import module_from_spec, spec_from_file_location
            try:
                name, path = "oldbuffer_probe", sys.argv[1]
                spec = spec_from_file_location(name, path, loader=ExtensionFileLoader(name, path))
                module = module_from_spec(spec)
                spec.loader.exec_module(module)
            except Exception as problem:
                text = " ".join(str(problem).split())
                print("The probe could not be loaded: %s: %s" % (type(problem).__name__, text), file=sys.stderr)
                sys.exit(74)
            module.serve(sys.argv[2], sys.argv[3])
            """;

    @Override
    public List<String> words(WorkerFolder folder) {
        // -I: nothing of the user's environment or site changes what runs
        return List.of(
                "/bin/sh",
                "-c",
                LAUNCH,
                "sh",
                executable.toString(),
                "-I",
                "-c",
                SERVE,
                module.toString(),
                folder.in().toString(),
                folder.out().toString());
    }
}
