package io.github.oldbuffer.process.lines;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Kills the programs of a kit that is gone, even by SIGKILL.
 *
 * <p>It is a shell that reads which programs there are; the end of its input means the end of the kit, and nothing else
 * is needed to learn of it. It also kills what a program that has ended has left behind in its process group.
 */
final class Guard implements AutoCloseable {

    /** A group first, then its leader alone, for systems where programs get no group of their own. */
    private static final String SCRIPT = """
            pids=
            while read -r sign pid; do
              case $sign in
                began) pids="$pids $pid" ;;
                ended)
                  kill -9 -- "-$pid"
                  left=
                  for each in $pids; do [ "$each" = "$pid" ] || left="$left $each"; done
                  pids=$left ;;
              esac
            done
            for each in $pids; do kill -9 -- "-$each" || kill -9 "$each"; done
            """;

    private final Set<Long> living = new LinkedHashSet<>();
    private OutputStream lines;

    private Guard(OutputStream lines) {
        this.lines = lines;
    }

    static Guard start() throws IOException {
        return new Guard(shell());
    }

    void began(long pid) throws IOException {
        living.add(pid);
        say("began " + pid);
    }

    /** To be called once the process is dead. */
    void ended(long pid) throws IOException {
        living.remove(pid);
        say("ended " + pid);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void say(String line) throws IOException {
        try {
            write(line);
        } catch (IOException killed) {
            // somebody has killed the guard itself: another one takes its place
            lines = shell();
            for (long pid : living) {
                write("began " + pid);
            }
        }
    }

    private void write(String line) throws IOException {
        lines.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        lines.flush();
    }

    private static OutputStream shell() throws IOException {
        return new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream();
    }
}
