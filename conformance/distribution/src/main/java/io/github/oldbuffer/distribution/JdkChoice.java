package io.github.oldbuffer.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK whose runtime is packed.
 *
 * @param version of the language, such as 25
 */
record JdkChoice(Path home, int version, String sentence) {

    /** Class data that is shared survives a move of the folder from here on. */
    private static final int WANTED = 25;

    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    /**
     * The newest JDK of {@value #WANTED} or later among those that are installed beside the running one, and where there
     * is none the running one.
     *
     * @param named a JDK's folder; empty for none in particular
     * @throws IOException where the one that is named is none
     */
    static JdkChoice of(String named) throws IOException {
        if (!named.isEmpty()) {
            Path home = Path.of(named);
            int version = version(home)
                    .orElseThrow(() -> new IOException("packed.jdk is " + named + ", which is no JDK with a jlink."));
            return new JdkChoice(home, version, "The runtime is that of " + home + ".");
        }
        Path running = Path.of(System.getProperty("java.home")).toRealPath();
        List<JdkChoice> choices = new ArrayList<>();
        for (Path home : beside(running)) {
            version(home)
                    .filter(version -> version >= WANTED)
                    .ifPresent(version ->
                            choices.add(new JdkChoice(home, version, "The runtime is that of " + home + ".")));
        }
        // of several of one version the first by name
        Optional<JdkChoice> newest = choices.stream().max(Comparator.comparingInt(JdkChoice::version));
        return newest.orElseGet(() -> new JdkChoice(
                running,
                Runtime.version().feature(),
                "No JDK " + WANTED + " or later is installed beside " + running + ": its own runtime is packed."
                        + " -Dpacked.jdk=DIR names another one."));
    }

    private static List<Path> beside(Path running) throws IOException {
        List<Path> homes = new ArrayList<>();
        try (Stream<Path> children = Files.list(running.getParent())) {
            children.map(JdkChoice::real).distinct().sorted().forEach(homes::add);
        }
        return homes;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException gone) {
            return folder;
        }
    }

    private static Optional<Integer> version(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/jlink")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        try {
            Matcher matcher = VERSION.matcher(Files.readString(release));
            return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
