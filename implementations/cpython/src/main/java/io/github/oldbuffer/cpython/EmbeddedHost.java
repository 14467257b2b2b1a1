package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.probe.RunEnd;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.concurrent.atomic.AtomicReference;

/** CPython in this very process: fast, and the process dies with it. */
public final class EmbeddedHost implements PackedHost {

    /**
     * What this process has loaded. A process can hold one CPython, cannot unload it, and has one set of the four
     * functions; the state is the process's own, wherever it is kept.
     */
    private static final AtomicReference<Embedding> LOADED = new AtomicReference<>();

    private final Areas areas;

    private EmbeddedHost(Areas areas) {
        this.areas = areas;
    }

    /**
     * Loads CPython, or uses the one that is loaded already if it is the same.
     *
     * @throws UnavailableException where it does not start, or another one runs in this process
     */
    static EmbeddedHost start(Embedding embedding, Areas areas) throws UnavailableException {
        synchronized (LOADED) {
            Embedding loaded = LOADED.get();
            if (loaded == null) {
                load(embedding);
                LOADED.set(embedding);
            } else if (!loaded.equals(embedding)) {
                throw new UnavailableException("This process runs the CPython of " + loaded.libpython()
                        + (loaded.port() == null
                                ? ""
                                : " with the port " + loaded.port().library())
                        + " and can run no other one.");
            }
        }
        return new EmbeddedHost(areas);
    }

    private static void load(Embedding embedding) throws UnavailableException {
        try {
            System.load(embedding.shim().toString());
        } catch (UnsatisfiedLinkError e) {
            throw new UnavailableException("The JNI shim could not be loaded: " + e.getMessage() + ".", e);
        }
        String preload =
                embedding.preload() == null ? null : embedding.preload().toString();
        check(NativeProbe.start(
                embedding.libpython().toString(),
                preload,
                embedding.home(),
                embedding.probe().toString()));
        PortLibrary port = embedding.port();
        if (port != null) {
            check(NativeProbe.useFunctions(
                    port.library().toString(), port.names().toArray(new String[0])));
        }
    }

    private static void check(String trouble) throws UnavailableException {
        if (trouble != null) {
            throw new UnavailableException(trouble);
        }
    }

    @Override
    public Areas areas() {
        return areas;
    }

    @Override
    public RunEnd run(int length) {
        // one batch at a time: Python code of an exporter may give up Python's own lock in the middle of one
        synchronized (LOADED) {
            NativeProbe.run(areas.in(), length, areas.out());
        }
        return RunEnd.FINISHED;
    }

    /** Leaves CPython loaded: it cannot be unloaded. */
    @Override
    public void close() {}
}
