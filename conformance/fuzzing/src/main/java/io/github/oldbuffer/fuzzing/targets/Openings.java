package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.PortProvider;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.ServiceLoader;

/** Opens implementations for a fuzzer: a CPython in this very process where it can be, anything else as usual. */
public final class Openings {

    private Openings() {}

    /** Whether an implementation is pure Java or a CPython that is loaded, without a worker that may take its time. */
    public static boolean inThisProcess(String id) {
        return id.equals("model") || id.startsWith("mutant:") || new CPythonProvider().accepts(id);
    }

    /**
     * Opens the fastest form, or the one that survives where {@link Settings#ISOLATED} is {@code true}, or the one
     * whose C code a fuzzer sees where {@link Settings#NATIVE} is.
     *
     * @throws UnavailableException with one sentence
     */
    static Implementation fast(String id) throws UnavailableException {
        if (Boolean.getBoolean(Settings.NATIVE)) {
            return PortProvider.openWatched(id);
        }
        if (Boolean.getBoolean(Settings.ISOLATED)) {
            return isolated(id);
        }
        if (new PortProvider().accepts(id)) {
            return PortProvider.openInProcess(id);
        }
        if (new CPythonProvider().accepts(id) && CPythonProvider.python(id).library() != null) {
            return CPythonProvider.openInProcess(id);
        }
        return isolated(id);
    }

    /**
     * Opens the form that survives: native code in a worker.
     *
     * @throws UnavailableException with one sentence
     */
    public static Implementation isolated(String id) throws UnavailableException {
        for (ImplementationProvider provider : ServiceLoader.load(ImplementationProvider.class)) {
            if (provider.accepts(id)) {
                return provider.open(id);
            }
        }
        throw new UnavailableException("There is no implementation " + id + ".");
    }
}
