package io.github.oldbuffer.process.interpreter;

import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;

/** Hosts the probe as an extension module: for PyPy, and for a CPython without a shared libpython. */
public final class ModuleHost {

    private ModuleHost() {}

    /**
     * Compiles the probe for an interpreter, or takes it from the cache, and starts a worker.
     *
     * @throws UnavailableException where headers or compiler are missing, or the module does not load
     */
    public static Implementation open(Identity identity, Interpreter interpreter, WorkerLimits limits)
            throws UnavailableException {
        InterpreterWorkerCommand command = new InterpreterWorkerCommand(
                interpreter.executable(), ProbeCompiler.ofUser().module(interpreter.includes(), interpreter.soabi()));
        return new PackedImplementation(identity, WorkerHost.start(command, limits));
    }
}
