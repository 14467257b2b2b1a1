package io.github.oldbuffer.distribution;

import io.github.oldbuffer.probe.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the build has packed, and programs that are run with it. */
final class Packed {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** All that a shell script may expect: no Java, no Python, no compiler. */
    private static final List<String> TOOLS = List.of(
            "sh",
            "env",
            "dirname",
            "readlink",
            "basename",
            "uname",
            "mktemp",
            "rm",
            "cat",
            "sed",
            "ls",
            "mkdir",
            "tr",
            "cut",
            "head",
            "grep",
            "find",
            "touch");

    private Packed() {}

    /** The file in the target folder whose name fits. */
    static Path file(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing in target is called " + pattern))
                    .toAbsolutePath();
        }
    }

    static Path archive() throws IOException {
        return file("oldbuffer-[0-9].*-linux-x86_64\\.tar\\.gz");
    }

    static Path wheel() throws IOException {
        return file("oldbuffer-.*\\.whl");
    }

    /** Unpacks the archive into a folder and moves what came out of it; gives where it is then. */
    static Path unpackedAndMoved(Path temporary) throws IOException {
        Path first = Files.createDirectory(temporary.resolve("unpacked"));
        run(temporary, Map.of(), "tar", "xzf", archive().toString(), "-C", first.toString());
        Path moved = Files.move(first, temporary.resolve("moved to"));
        try (Stream<Path> children = Files.list(moved)) {
            return children.findFirst().orElseThrow();
        }
    }

    /** A folder for PATH with the few programs that every machine has. */
    static Path fewTools(Path temporary) throws IOException {
        Path tools = Files.createDirectory(temporary.resolve("tools"));
        for (String tool : TOOLS) {
            for (String folder : System.getenv("PATH").split(":")) {
                Path program = Path.of(folder, tool);
                if (Files.isExecutable(program) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), program);
                }
            }
        }
        return tools;
    }

    /** Runs a command with nothing in its environment but what is given, and PATH where that is not. */
    static Command.Result run(Path folder, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i", "-C", folder.toString()));
        command.add("HOME=" + folder);
        if (!environment.containsKey("PATH")) {
            command.add("PATH=" + System.getenv("PATH"));
        }
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(words));
        return Command.run(command, LIMIT);
    }

    /** What it printed, for messages of failed tests. */
    static String said(Command.Result result) {
        return result.status() + "\n" + result.output() + result.errors();
    }
}
