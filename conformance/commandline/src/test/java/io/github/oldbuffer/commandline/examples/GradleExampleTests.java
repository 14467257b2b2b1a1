package io.github.oldbuffer.commandline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.oldbuffer.spec.clause.Clauses;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;

/** {@code examples/gradle}, built and run by Gradle where there is one; with OLDBUFFER_REQUIRE_GRADLE=1 there has to be. */
class GradleExampleTests {

    private static final Path EXAMPLE = Path.of("..", "..", "examples", "gradle");
    private static final Path TEST = Path.of("src", "test", "java", "example", "ModelTests.java");
    private static final String RIGHT = "return ModelImplementation.lawful();";
    private static final String BROKEN = "try { return new io.github.oldbuffer.mutants.MutantProvider()"
            + ".open(\"mutant:READ-11/forgets-the-release\"); }"
            + " catch (io.github.oldbuffer.spec.implementation.UnavailableException e)"
            + " { throw new IllegalStateException(e); }";

    @TempDir
    Path temporary;

    private Path project;

    private record Build(int status, String said) {}

    @BeforeEach
    void check_out() throws IOException {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gradle")));
        if (!"1".equals(System.getenv("OLDBUFFER_REQUIRE_GRADLE"))) {
            assumeTrue(there, "there is no gradle on the PATH");
        }
        assertTrue(there, "OLDBUFFER_REQUIRE_GRADLE is set, and there is no gradle on the PATH");
        project = Files.createDirectory(temporary.resolve("project"));
        for (Path file : List.of(Path.of("build.gradle"), Path.of("settings.gradle"), TEST)) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.copy(EXAMPLE.resolve(file), project.resolve(file));
        }
        KitRepository.in(temporary.resolve("repository"));
    }

    @Test
    void it_passes_on_a_right_implementation_and_fails_on_a_broken_one() throws Exception {
        Build right = build();
        assertEquals(0, right.status(), right.said());
        assertEquals(Clauses.all().size(), testCases());

        String test = Files.readString(project.resolve(TEST));
        assertTrue(test.contains(RIGHT), test);
        Files.writeString(project.resolve(TEST), test.replace(RIGHT, BROKEN));
        Path script = project.resolve("build.gradle");
        Files.writeString(script, Files.readString(script).replace("oldbuffer-model:", "oldbuffer-mutants:"));
        Build broken = build();
        assertNotEquals(0, broken.status(), broken.said());
        assertTrue(broken.said().contains("READ-11"), broken.said());
        assertTrue(broken.said().contains("BUILD FAILED"), broken.said());
    }

    /** In the test results that CI systems read, which every version of Gradle writes. */
    private long testCases() throws IOException {
        long count = 0;
        try (Stream<Path> files = Files.walk(project.resolve("build").resolve("test-results"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                count += Files.readString(file).split("<testcase ").length - 1;
            }
        }
        return count;
    }

    private Build build() throws Exception {
        Path log = temporary.resolve("log");
        ProcessBuilder gradle = new ProcessBuilder(
                        "gradle",
                        "--offline",
                        "--no-daemon",
                        "--gradle-user-home",
                        temporary.resolve("home").toString(),
                        "-I",
                        initScript().toString(),
                        "test")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        gradle.environment()
                .put(
                        "OLDBUFFER_REPOSITORY",
                        temporary.resolve("repository").toUri().toString());
        gradle.environment()
                .put("OLDBUFFER_JUNIT_PLATFORM", Launcher.class.getPackage().getImplementationVersion());
        Process process = gradle.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(log);
        assertTrue(ended, "it hangs: " + said);
        return new Build(process.exitValue(), said);
    }

    private Path initScript() throws IOException {
        Path script = temporary.resolve("kit.gradle");
        if (!Files.exists(script)) {
            try (InputStream text = GradleExampleTests.class.getResourceAsStream("kit.gradle")) {
                Files.copy(text, script);
            }
        }
        return script;
    }
}
