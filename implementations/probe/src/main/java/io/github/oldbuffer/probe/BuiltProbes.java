package io.github.oldbuffer.probe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Probes that were compiled when the kit was packed, for machines that have no compiler and no headers.
 *
 * <p>Which Python a library is for is said by the tag that Python gives its own extension modules ({@code SOABI}, such as
 * {@code cpython-312-x86_64-linux-gnu}): it differs wherever the binary interface does.
 *
 * @param folder of the libraries; {@code null} where there are none
 */
public record BuiltProbes(Path folder) {

    /** The system property that names the folder. */
    public static final String PROPERTY = "oldbuffer.probes";

    /** What the shim between Java and a probe is called in the folder. */
    public static final String SHIM = "liboldbuffer-jni.so";

    /** The probe as an extension module. */
    public static final String MODULE = "oldbuffer_probe";

    private static final BuiltProbes NONE = new BuiltProbes(null);

    /** Those of this process; none where it was not told of any. */
    public static BuiltProbes ofProcess() {
        String folder = System.getProperty(PROPERTY, "");
        return folder.isEmpty() ? NONE : new BuiltProbes(Path.of(folder).toAbsolutePath());
    }

    /** Whether there are the probe and the module for a Python; parameter as for {@link #probe}. */
    public boolean areFor(String soabi) {
        return probe(soabi).isPresent() && module(MODULE, soabi).isPresent();
    }

    /** Whether there is a module of that name for a Python; parameter as for {@link #probe}. */
    public boolean haveModule(String name, String soabi) {
        return module(name, soabi).isPresent();
    }

    /** The shim between Java and a probe, which is the same for every Python. */
    Optional<Path> jniShim() {
        return file(SHIM);
    }

    /**
     * The probe that is loaded together with a libpython.
     *
     * @param soabi the tag; empty where a Python has none
     */
    Optional<Path> probe(String soabi) {
        return soabi.isEmpty() ? Optional.empty() : file(probeName(soabi));
    }

    /** An extension module of the kit's; tag as for {@link #probe}. */
    Optional<Path> module(String name, String soabi) {
        return soabi.isEmpty() ? Optional.empty() : file(moduleName(name, soabi));
    }

    /** A program that needs no Python. */
    Optional<Path> program(String name) {
        return file(name);
    }

    /** What the probe for a Python is called in the folder. */
    public static String probeName(String soabi) {
        return "liboldbuffer-probe." + soabi + ".so";
    }

    /** What an extension module for a Python is called in the folder. */
    public static String moduleName(String name, String soabi) {
        return name + "." + soabi + ".so";
    }

    private Optional<Path> file(String name) {
        return Optional.ofNullable(folder).map(place -> place.resolve(name)).filter(Files::isRegularFile);
    }
}
