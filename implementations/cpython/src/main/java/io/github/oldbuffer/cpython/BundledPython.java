package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.ResourceFolder;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The CPython that comes with the kit on the class path, unpacked into the cache on first use. */
public final class BundledPython {

    /** Packages of the standard library that nothing here uses; they are two thirds of it. */
    private static final Set<String> UNWANTED =
            Set.of("test", "idlelib", "site-packages", "turtledemo", "ensurepip", "tkinter", "lib2to3");

    private static final Pattern VERSION = Pattern.compile("#define\\s+PY_VERSION\\s+\"([^\"]+)\"");

    private BundledPython() {}

    /**
     * Unpacks Python where that has not been done yet.
     *
     * @throws UnavailableException where the class path has none for this machine
     */
    public static PythonRuntime unpack(CacheFolder cache) throws UnavailableException {
        String platform = Platform.name(System.getProperty("os.name"), System.getProperty("os.arch"));
        try {
            ResourceFolder packed = ResourceFolder.find(
                            BundledPython.class.getClassLoader(), "org/bytedeco/cpython/" + platform)
                    .orElseThrow(() -> new UnavailableException("No CPython for " + platform
                            + " is on the class path: add the artifact org.bytedeco:cpython with the classifier "
                            + platform + ", or name an installed one as cpython:/path/to/python3."));
            Path root =
                    cache.entry("cpython-" + identity(packed), place -> packed.copyTo(place, BundledPython::isWanted));
            return runtime(root);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The CPython of a folder that {@link #unpack} has filled. */
    static PythonRuntime at(Path root) throws UnavailableException {
        try {
            return runtime(root);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UnavailableException unreadable(IOException cause) {
        return new UnavailableException("The bundled CPython cannot be read: " + cause + ".", cause);
    }

    /** Libraries, headers and the standard library, of which the path is {@code lib/python3.x/...}. */
    private static boolean isWanted(String path) {
        String[] parts = path.split("/");
        return switch (parts[0]) {
            case "include" -> true;
            case "lib" -> parts.length == 1 || parts[1].startsWith("python") && isWantedPackage(parts);
            default -> parts.length == 1 && (parts[0].startsWith("libpython") || parts[0].startsWith("libffi"));
        };
    }

    private static boolean isWantedPackage(String[] parts) {
        return parts.length < 3 || !UNWANTED.contains(parts[2]);
    }

    private static PythonRuntime runtime(Path root) throws IOException, UnavailableException {
        Path include = only(root.resolve("include"), name -> name.startsWith("python"));
        Path library = only(root, name -> name.startsWith("libpython") && !name.endsWith(".a"));
        return new PythonRuntime(version(include), List.of(include), library, preload(root), root.toString());
    }

    /** Python's ctypes needs a libffi that no search path of the system leads to. */
    private static Path preload(Path root) throws IOException {
        return children(root, name -> name.startsWith("libffi")).stream()
                .max(Path::compareTo)
                .orElse(null);
    }

    private static String version(Path include) throws IOException, UnavailableException {
        Matcher matcher = VERSION.matcher(Files.readString(include.resolve("patchlevel.h")));
        if (!matcher.find()) {
            throw new UnavailableException("The headers of the bundled CPython tell no version: " + include + ".");
        }
        return matcher.group(1);
    }

    private static Path only(Path folder, Predicate<String> named) throws IOException, UnavailableException {
        return children(folder, named).stream()
                .findFirst()
                .orElseThrow(() -> new UnavailableException(
                        "The bundled CPython is not complete; delete " + folder + " and start again."));
    }

    private static List<Path> children(Path folder, Predicate<String> named) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> named.test(child.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** A name that changes with the jar; reading all of it would cost more than what it is read for. */
    private static String identity(ResourceFolder packed) throws IOException {
        Path origin = packed.origin();
        String name = origin.getFileName().toString().replaceAll("\\.jar$|[^A-Za-z0-9._-]", "");
        return name + "-" + Long.toHexString(Files.size(origin)) + "-"
                + Long.toHexString(Files.getLastModifiedTime(origin).toMillis());
    }
}
