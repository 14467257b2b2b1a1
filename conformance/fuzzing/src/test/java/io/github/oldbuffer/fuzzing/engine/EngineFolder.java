package io.github.oldbuffer.fuzzing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A folder {@code $OUT} that {@code build.sh} has filled, moved elsewhere as engines do, with a driver beside the
 * targets.
 *
 * @param elsewhere the folder from which targets are started; nothing of the kit is in it
 */
record EngineFolder(Path out, Path elsewhere) {

    private static final String DRIVER = "jazzer_driver";
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    /** What came of a program. */
    record Ended(int status, String output) {}

    /** Runs {@code build.sh} of a checkout, with the classes that are there already. */
    static EngineFolder build(Path script, Path temporary) throws Exception {
        Path source = Files.createDirectory(temporary.resolve("src"));
        Files.createSymbolicLink(source.resolve("old-buffer"), checkout());
        Path built = Files.createDirectory(temporary.resolve("built"));
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Ended ended = run(
                elsewhere,
                Map.of(
                        "SRC", source.toString(),
                        "OUT", built.toString(),
                        "OLDBUFFER_BUILT", System.getProperty("java.class.path")),
                List.of("bash", "-eux", script.toString()));
        assertEquals(0, ended.status(), ended.output());
        Path out = Files.move(built, temporary.resolve("out"));
        try (InputStream driver = EngineFolder.class.getResourceAsStream(DRIVER)) {
            Files.copy(driver, out.resolve(DRIVER));
        }
        Files.setPosixFilePermissions(out.resolve(DRIVER), PosixFilePermissions.fromString("rwxr-xr-x"));
        return new EngineFolder(out, elsewhere);
    }

    static Path checkout() {
        // tests run in conformance/fuzzing
        return Path.of("..", "..").toAbsolutePath().normalize();
    }

    /** Starts a target where there is neither a compiler nor a cache of the kit. */
    Ended start(String target, List<String> words) throws Exception {
        List<String> all = new ArrayList<>(List.of(out.resolve(target).toString()));
        all.addAll(words);
        return run(elsewhere, Map.of("CC", "/nowhere/cc", "OLDBUFFER_CACHE", "/nowhere/cache"), all);
    }

    /** The inputs of a target's seed corpus, by name. */
    Map<String, byte[]> seeds(String target) throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        try (InputStream file = Files.newInputStream(out.resolve(target + "_seed_corpus.zip"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                seeds.put(entry.getName(), zip.readAllBytes());
            }
        }
        return seeds;
    }

    /** A new folder elsewhere with the first seeds of a target. */
    Path corpus(String target, int most) throws IOException {
        Path corpus = Files.createTempDirectory(elsewhere, target);
        for (Map.Entry<String, byte[]> seed :
                seeds(target).entrySet().stream().limit(most).toList()) {
            Files.write(corpus.resolve(seed.getKey()), seed.getValue());
        }
        return corpus;
    }

    /**
     * Every file of the folder with its time and length, save what Python keeps of compiled modules: it does without
     * where it may not write.
     */
    Map<Path, String> content() throws IOException {
        Map<Path, String> content = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("__pycache__"))
                    .toList();
        }
        for (Path file : files) {
            content.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
        return content;
    }

    private static Ended run(Path folder, Map<String, String> environment, List<String> words) throws Exception {
        Path log = Files.createTempFile(folder, "output", ".log");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
        int status = builder.start().waitFor();
        return new Ended(status, Files.readString(log, StandardCharsets.ISO_8859_1));
    }
}
