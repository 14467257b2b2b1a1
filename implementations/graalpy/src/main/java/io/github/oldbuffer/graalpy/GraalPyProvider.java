package io.github.oldbuffer.graalpy;

import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.PackedImplementation;
import io.github.oldbuffer.process.WorkerHost;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Offers the GraalPy that comes with the kit as {@code graalpy}. */
public final class GraalPyProvider implements ImplementationProvider {

    private static final String ID = "graalpy";

    /** Lifts the guard against what GraalPy dies of, where it is 1. */
    static final String UNGUARDED = "OLDBUFFER_GRAALPY_UNGUARDED";

    /** The first release that was seen to live through what is in {@link Hazards}. */
    private static final Runtime.Version WITHOUT_HAZARDS = Runtime.Version.parse("25.2.4");

    /** From here on extension modules are loaded by java.lang.foreign. */
    private static final Runtime.Version FOREIGN = Runtime.Version.parse("25.2");

    private static final int JAVA_OF_FOREIGN = 22;

    /** The first start unpacks GraalPy's standard library and compiles the probe; a busy machine takes its time. */
    private static final Duration START = Duration.ofMinutes(3);

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(ID, false, "the GraalPy that comes with the kit, in a Java process of its own"));
    }

    @Override
    public boolean accepts(String id) {
        return id.equals(ID);
    }

    @Override
    public List<String> libraries() {
        return List.of("org/graalvm", "org/bouncycastle");
    }

    /** Starts GraalPy in a worker process, with the default limits but for the start, which may take three minutes. */
    @Override
    public Implementation open(String id) throws UnavailableException {
        return open(WorkerLimits.DEFAULT.withStart(START));
    }

    /** Starts GraalPy in a worker process, guarded against what it dies of unless the environment lifts the guard. */
    static Implementation open(WorkerLimits limits) throws UnavailableException {
        if (GraalPyProvider.class.getResource("/org/graalvm/polyglot/Context.class") == null) {
            throw new UnavailableException("GraalPy is not on the class path: where the kit was unpacked, unpack the"
                    + " archive oldbuffer-graalpy of the same version beside it.");
        }
        String version = version();
        Optional<String> refused = tooOld(version, Runtime.version().feature());
        if (refused.isPresent()) {
            throw new UnavailableException(refused.get());
        }
        Map<String, String> environment = System.getenv();
        // here and not in the worker, so that what is missing is said at once
        CCompiler.find(environment);
        GraalPyWorker worker = GraalPyWorker.onThisJava(CacheFolder.ofUser(environment));
        Implementation graalpy = new PackedImplementation(
                new Identity(ID, "GraalPy", version), WorkerHost.start(worker.command(), limits));
        boolean guarded = Runtime.Version.parse(version).compareTo(WITHOUT_HAZARDS) < 0
                && !"1".equals(environment.get(UNGUARDED));
        return guarded ? new GuardedImplementation(graalpy) : graalpy;
    }

    /** Why a version of GraalPy cannot run on a Java, where it cannot. */
    static Optional<String> tooOld(String version, int java) {
        return Runtime.Version.parse(version).compareTo(FOREIGN) >= 0 && java < JAVA_OF_FOREIGN
                ? Optional.of("GraalPy " + version + " needs Java " + JAVA_OF_FOREIGN
                        + " or later, and this is Java " + java
                        + ": a kit that is built with this Java has an older GraalPy.")
                : Optional.empty();
    }

    /** As the build knows it: the kit's own process does not start GraalPy. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream stream = GraalPyProvider.class.getResourceAsStream("graalpy.properties")) {
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the kit cannot be read", e);
        }
    }
}
