package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts {@link WorkerMain} on the Java that runs the kit.
 *
 * @param factory of the host
 * @param arguments for the factory
 * @param options for this worker's Java, which win over those that every worker gets
 * @param libraries that this worker's class path has besides the kit's own
 */
public record JavaWorkerCommand(
        Class<? extends HostFactory> factory, List<String> arguments, List<String> options, List<Path> libraries)
        implements WorkerCommand {

    /** The file descriptor from which a Java worker reads commands. */
    static final int COMMANDS = 4;

    /** The file descriptor to which a Java worker writes answers. */
    static final int ANSWERS = 3;

    /**
     * No core dumps; descriptors 0, 1 and 2 made harmless, since native code reads and prints what it likes. The shell
     * is replaced by Java, so that the kit's child is the worker itself.
     */
    private static final String LAUNCH =
            "ulimit -c 0; exec " + ANSWERS + ">&1 1>&2 " + COMMANDS + "<&0 0</dev/null; exec \"$@\"";

    /** A worker is small and often started. The stack is for Python, which recurses deeply. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-Xss16m",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash");

    /** The line of a fatal error log that names the signal, such as {@code #  SIGSEGV (0xb) at pc=0x0, pid=1}. */
    private static final Pattern SIGNAL_LINE = Pattern.compile("^#\\s+(SIG[A-Z]+) \\(0x", Pattern.MULTILINE);

    public JavaWorkerCommand {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
        libraries = List.copyOf(libraries);
    }

    /** A worker that needs no more than the kit and its factory. */
    public JavaWorkerCommand(Class<? extends HostFactory> factory, List<String> arguments) {
        this(factory, arguments, List.of(), List.of());
    }

    @Override
    public List<String> words(WorkerFolder folder) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh"));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(JVM_OPTIONS);
        words.add("-XX:ErrorFile=" + errorFile(folder, "%p"));
        if (Runtime.version().feature() >= 22) {
            words.add("--enable-native-access=ALL-UNNAMED");
        }
        words.addAll(options);
        words.addAll(List.of("-cp", classPath(), WorkerMain.class.getName()));
        words.addAll(List.of(folder.path().toString(), factory.getName()));
        words.addAll(arguments);
        return words;
    }

    /** A Java that gets SIGSEGV writes a log and aborts: its exit status tells SIGABRT, the log the truth. */
    @Override
    public Optional<String> signal(WorkerFolder folder, long pid) throws IOException {
        Path log = errorFile(folder, Long.toString(pid));
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        Matcher matcher = SIGNAL_LINE.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
        Optional<String> signal = matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        Files.delete(log);
        return signal;
    }

    private static Path errorFile(WorkerFolder folder, String pid) {
        return folder.path().resolve("fatal-" + pid + ".log");
    }

    /**
     * Where the classes are that a worker needs, and no more: a short class path starts sooner, and what the system
     * property names is not always where this code was loaded from.
     */
    private String classPath() {
        Stream<String> own = Stream.of(WorkerMain.class, PackedHost.class, Scenario.class, factory)
                .map(JavaWorkerCommand::origin)
                .flatMap(Optional::stream);
        return Stream.concat(own, libraries.stream().map(Path::toString))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Optional<String> origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()).toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class was loaded from " + source.getLocation(), e);
        }
    }
}
