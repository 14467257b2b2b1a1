package io.github.oldbuffer.commandline.ci;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script that ran as a runner runs it: from a file, in the workspace, ended by the first command that fails.
 *
 * @param said on both streams
 */
record Script(int status, String said) {

    private static final long LONGEST_MINUTES = 5;

    /** @param environment in addition to a small one of a runner */
    static Script run(String text, Path workspace, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("oldbuffer-step-", ".sh");
        Path log = Files.createTempFile("oldbuffer-step-", ".log");
        try {
            Files.writeString(file, text + "\n");
            ProcessBuilder builder = new ProcessBuilder(
                            "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", file.toString())
                    .directory(workspace.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("CI", "true");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("it hangs: " + text);
            }
            return new Script(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } finally {
            Files.delete(file);
            Files.delete(log);
        }
    }
}
