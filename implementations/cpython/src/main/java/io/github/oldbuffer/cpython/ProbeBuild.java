package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.ProbeCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;

/** Compiles the probe for the bundled CPython when the kit is built, so that a build without a C compiler says so. */
public final class ProbeBuild {

    private ProbeBuild() {}

    /** Needs no arguments; ends with status 1 and one sentence on standard error where it cannot be done. */
    public static void main(String[] arguments) {
        try {
            PythonRuntime python = BundledPython.unpack(CacheFolder.ofUser(System.getenv()));
            Embedding.of(python, null, ProbeCompiler.ofUser().strict());
        } catch (UnavailableException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
