package io.github.oldbuffer.commandline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Clauses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code examples/maven}, copied to an empty folder and run by Maven with a local repository of its own, in which nothing
 * but the kit is; the rest comes from the repository of the build under way, or from where Maven gets it.
 */
class MavenExampleTests {

    private static final Path EXAMPLE = Path.of("..", "..", "examples", "maven");
    private static final Path TEST = Path.of("src", "test", "java", "example", "MyRuntimeTests.java");

    @TempDir
    Path temporary;

    private Path project;

    private record Build(int status, String said) {}

    private void checkOut() throws IOException {
        project = Files.createDirectory(temporary.resolve("project"));
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = EXAMPLE.relativize(file);
                if (!name.startsWith("target")) {
                    Files.createDirectories(project.resolve(name).getParent());
                    Files.copy(file, project.resolve(name));
                }
            }
        }
        KitRepository.in(temporary.resolve("repository"));
    }

    @Test
    void it_passes_on_a_right_runtime_and_fails_on_a_broken_one() throws Exception {
        checkOut();
        Build right = build();
        assertEquals(0, right.status(), right.said());
        assertTrue(
                right.said().contains("Tests run: " + Clauses.all().size() + ", Failures: 0, Errors: 0, Skipped: 0"),
                right.said());
        // the suite brings no fuzzer, no interpreter and no command line with it
        for (String group : List.of("com/code-intelligence", "org/bytedeco", "org/graalvm", "info/picocli")) {
            assertFalse(Files.exists(temporary.resolve("repository").resolve(group)), group);
        }

        String test = Files.readString(project.resolve(TEST));
        assertTrue(test.contains("MyRuntime.right()"), test);
        Files.writeString(project.resolve(TEST), test.replace("MyRuntime.right()", "MyRuntime.broken()"));
        Build broken = build();
        assertNotEquals(0, broken.status(), broken.said());
        assertTrue(broken.said().contains("READ-1 (contract) asks: "), broken.said());
        assertTrue(broken.said().contains("There are test failures"), broken.said());
    }

    @Test
    void its_versions_are_those_of_the_kit() throws IOException {
        String kit = Files.readString(Path.of("..", "..", "pom.xml"));
        String example = Files.readString(EXAMPLE.resolve("pom.xml"));
        assertFalse(example.contains("<parent>"), example);
        Matcher plugins = Pattern.compile(
                        "<artifactId>maven-([a-z]+)-plugin</artifactId>\\s*<version>([0-9.]+)</version>")
                .matcher(example);
        int found = 0;
        while (plugins.find()) {
            found++;
            assertEquals(property(kit, plugins.group(1) + "-plugin.version"), plugins.group(2), plugins.group(1));
        }
        assertEquals(7, found);
        assertEquals(property(kit, "junit.version"), property(example, "junit.version"));
        assertTrue(kit.contains("<artifactId>oldbuffer</artifactId>\n  <version>"
                + property(example, "oldbuffer.version") + "</version>"));
        String readme = Files.readString(EXAMPLE.resolve("README.md"));
        assertTrue(
                readme.contains("`maven-surefire-plugin` with a version, " + property(kit, "surefire-plugin.version")));
        assertTrue(readme.contains("mvn -DskipTests install\n"));
    }

    private static String property(String pom, String name) {
        Matcher value = Pattern.compile("<" + Pattern.quote(name) + ">(.*?)<").matcher(pom);
        assertTrue(value.find(), name);
        return value.group(1);
    }

    private Build build() throws Exception {
        Path log = temporary.resolve("log");
        Process process = new ProcessBuilder(
                        "mvn",
                        "-B",
                        "-ntp",
                        "-gs",
                        settings().toString(),
                        "-Dmaven.repo.local=" + temporary.resolve("repository"),
                        "test")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(20, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(log);
        assertTrue(ended, "it hangs: " + said);
        return new Build(process.exitValue(), said);
    }

    /** What this build has already is taken from there, as from a repository; Surefire says where it is. */
    private Path settings() throws IOException {
        Path here = Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        String repository = "<id>built</id><url>" + here.toUri() + "</url>"
                + "<releases><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots>";
        return Files.writeString(temporary.resolve("settings.xml"), """
                <settings><profiles><profile>
                  <id>built</id>
                  <repositories><repository>%s</repository></repositories>
                  <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
                </profile></profiles><activeProfiles><activeProfile>built</activeProfile></activeProfiles></settings>
                """.formatted(repository, repository));
    }
}
