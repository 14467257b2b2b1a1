package io.github.oldbuffer.graalpy;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.probe.RunEnd;
import io.github.oldbuffer.process.WorkerFolder;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** GraalPy in this very process, with the probe as an extension module. */
final class GraalPyHost implements PackedHost {

    private static final String PYTHON = "python";

    /** Exit status of a worker in which GraalPy failed in a way that no Python program can see. */
    private static final int BROKEN = 70;

    private static final String INCLUDES = """
            import sysconfig
            [sysconfig.get_path(key) for key in ("include", "platinclude")]
            """;

    private static final String LOAD = """
            def load(path):
                from importlib.machinery import ExtensionFileLoader
                from importlib.util import module_from_spec, spec_from_file_location
                name = "oldbuffer_probe"
                spec = spec_from_file_location(name, path, loader=ExtensionFileLoader(name, path))
                module = module_from_spec(spec)
                spec.loader.exec_module(module)
                return module.run_mapped
            load
            """;

    private final Areas areas;
    private final WorkerFolder folder;
    private final Context context;
    private final Value runMapped;

    private GraalPyHost(Areas areas, WorkerFolder folder, Context context, Value runMapped) {
        this.areas = areas;
        this.folder = folder;
        this.context = context;
        this.runMapped = runMapped;
    }

    /**
     * Starts GraalPy and loads the probe, compiled with GraalPy's own headers.
     *
     * @throws UnavailableException where one of them does not work
     */
    static GraalPyHost start(Areas areas, WorkerFolder folder) throws UnavailableException {
        try {
            Context context = context();
            Value includes = context.eval(PYTHON, INCLUDES);
            List<Path> folders = List.of(includes.as(String[].class)).stream()
                    .map(Path::of)
                    .distinct()
                    .toList();
            Path module = ProbeCompiler.ofUser().module(folders);
            Value runMapped = context.eval(PYTHON, LOAD).execute(module.toString());
            return new GraalPyHost(areas, folder, context, runMapped);
        } catch (PolyglotException | IllegalArgumentException | IllegalStateException e) {
            throw new UnavailableException("GraalPy does not start: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public Areas areas() {
        return areas;
    }

    @Override
    public RunEnd run(int length) {
        try {
            runMapped.execute(folder.in().toString(), folder.out().toString(), length);
            return RunEnd.FINISHED;
        } catch (PolyglotException e) {
            // the probe raises nothing: this is GraalPy itself, and the output area tells in which scenario
            System.err.println("GraalPy failed in the middle of a batch: " + e);
            Runtime.getRuntime().halt(BROKEN);
            throw e;
        }
    }

    @Override
    public void close() {
        context.close(true);
    }

    private static Context context() {
        return Context.newBuilder(PYTHON)
                .allowAllAccess(true)
                // that it runs without a compiler, and that the C API is experimental, is known
                .option("engine.WarnInterpreterOnly", "false")
                .option("python.WarnExperimentalFeatures", "false")
                // the one in Java has no memory to map
                .option("python.PosixModuleBackend", "native")
                .build();
    }
}
