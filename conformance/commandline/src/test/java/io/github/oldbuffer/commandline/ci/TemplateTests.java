package io.github.oldbuffer.commandline.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others take from here besides the action and the GitLab template. */
class TemplateTests {

    @TempDir
    Path temporary;

    @Test
    void the_image_has_the_release_under_the_name_of_its_command() throws Exception {
        String file = Files.readString(KitFolder.REPOSITORY.resolve("templates/Dockerfile"));
        // the one RUN, carried out in a folder that stands for the root of the image
        String run = file.substring(file.indexOf("RUN ") + 4, file.indexOf("\nWORKDIR"))
                .replace("\\\n", " ")
                .replaceAll("(?<![\\w.])/(tmp|opt|usr|var)/", temporary + "/$1/");
        for (String folder : List.of("tmp", "opt", "usr/local/bin", "var/lib/apt/lists", "tools", "releases/v1.2.0")) {
            Files.createDirectories(temporary.resolve(folder));
        }
        Path apt = Files.writeString(temporary.resolve("tools/apt-get"), "#!/bin/sh\n");
        apt.toFile().setExecutable(true);
        Files.copy(KitFolder.REPOSITORY.resolve(".ci/fetch"), temporary.resolve("tmp/fetch"));
        Path bin = Files.createDirectories(temporary.resolve("packed/oldbuffer-1.2.0/bin"));
        Path conform = Files.writeString(bin.resolve("conform"), "#!/bin/sh\necho \"fetched, $1\"\n");
        conform.toFile().setExecutable(true);
        Script sum = Script.run(
                "tar czf releases/v1.2.0/oldbuffer-1.2.0-linux-x86_64.tar.gz -C packed oldbuffer-1.2.0"
                        + " && sha256sum <releases/v1.2.0/oldbuffer-1.2.0-linux-x86_64.tar.gz | cut -c 1-64",
                temporary,
                Map.of());
        Script built = Script.run(
                run + "\nusr/local/bin/conform port",
                temporary,
                Map.of(
                        "VERSION",
                        "1.2.0",
                        "SHA256",
                        sum.said().strip(),
                        "RELEASES",
                        temporary.resolve("releases").toUri().toString(),
                        "PATH",
                        temporary.resolve("tools") + ":" + System.getenv("PATH")));
        assertEquals(0, built.status(), built.said());
        assertTrue(built.said().endsWith("fetched, port\n"), built.said());
        assertTrue(Files.notExists(temporary.resolve("tmp/cache")), "the archive is not part of the image");
        assertTrue(file.endsWith("ENTRYPOINT [\"conform\"]\n"));
    }

    @Test
    void hooks_name_commands_that_there_are() throws Exception {
        JsonNode hooks = new YAMLMapper()
                .readTree(KitFolder.REPOSITORY.resolve(".pre-commit-hooks.yaml").toFile());
        for (JsonNode hook : hooks) {
            assertTrue(Stream.of("oldbuffer port ", "oldbuffer call")
                    .anyMatch(hook.get("entry").textValue()::startsWith));
            assertEquals("system", hook.get("language").textValue());
            assertTrue(
                    "src/x.c".matches(".*" + hook.get("files").textValue()),
                    hook.get("id").textValue());
        }
    }
}
