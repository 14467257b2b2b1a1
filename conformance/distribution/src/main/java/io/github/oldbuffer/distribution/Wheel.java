package io.github.oldbuffer.distribution;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kit as a package of Python's: the package {@code oldbuffer}, with the whole kit in a folder of it.
 *
 * <p>It is written here and not by one of Python's own tools, so that a machine with a JDK, Maven and a C compiler
 * builds it.
 *
 * @param version as Python's packages write it
 */
record Wheel(Release release, String version) {

    /**
     * The bundled libpython wants symbols of glibc 2.35.
     *
     * @see WheelTests
     */
    static final String TAG = "py3-none-manylinux_2_35_x86_64";

    private static final String PACKAGE = "oldbuffer";

    static Wheel of(Release release) {
        return new Wheel(release, release.pythonVersion());
    }

    private String info() {
        return PACKAGE + "-" + version + ".dist-info";
    }

    Path file() {
        return release.target().resolve(PACKAGE + "-" + version + "-" + TAG + ".whl");
    }

    /**
     * Writes the wheel.
     *
     * @param kit the folder of the kit, as the archive has it
     */
    Path write(Path kit) throws IOException {
        try (WheelFile wheel = new WheelFile(file(), release.made())) {
            Path sources = release.module().resolve("src/main/python");
            for (Path source : Folders.all(sources)) {
                if (source.toString().endsWith(".py")) {
                    wheel.add(sources.relativize(source).toString(), source);
                }
            }
            wheel.add(PACKAGE + "/clauses.json", clauses());
            for (Path file : Folders.all(kit)) {
                if (Files.isRegularFile(file)) {
                    wheel.add(PACKAGE + "/kit/" + kit.relativize(file), file);
                }
            }
            wheel.add(info() + "/METADATA", metadata());
            wheel.add(info() + "/WHEEL", """
                    Wheel-Version: 1.0
                    Generator: oldbuffer %s
                    Root-Is-Purelib: false
                    Tag: %s
                    """.formatted(version, TAG));
            wheel.add(info() + "/entry_points.txt", """
                    [console_scripts]
                    oldbuffer = oldbuffer.__main__:main

                    [pytest11]
                    oldbuffer = oldbuffer.pytest_plugin
                    """);
            wheel.add(info() + "/top_level.txt", PACKAGE + "\n");
            wheel.add(info() + "/LICENSE", Files.readString(release.root().resolve("LICENSE")));
            wheel.record(info() + "/RECORD");
        }
        return file();
    }

    private String metadata() throws IOException {
        String template = Files.readString(release.module().resolve("src/main/python/METADATA"));
        return template.replace("@VERSION@", version)
                + Files.readString(release.module().resolve("src/main/python/README.md"));
    }

    /** What the plugin for pytest makes tests of. */
    private static String clauses() throws IOException {
        Map<String, List<Map<String, String>>> all = new TreeMap<>(Map.of(
                "functions", Clauses.all().stream().map(Wheel::clause).toList(),
                "consumers", Clauses.ofConsumers().stream().map(Wheel::clause).toList()));
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private static Map<String, String> clause(Clause clause) {
        return new TreeMap<>(
                Map.of("id", clause.id(), "level", clause.level().word(), "statement", clause.statement()));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
