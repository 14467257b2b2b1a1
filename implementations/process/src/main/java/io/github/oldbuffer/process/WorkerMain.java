package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A worker in Java: serves the host that a {@link HostFactory} makes.
 *
 * <p>Commands come from file descriptor {@value JavaWorkerCommand#COMMANDS} and answers go to
 * {@value JavaWorkerCommand#ANSWERS}, so that whatever the host's native code reads or prints disturbs neither.
 */
public final class WorkerMain {

    /** Exit status of a worker whose host did not start; the reason is on standard error. */
    static final int NOT_STARTED = 74;

    private WorkerMain() {}

    /**
     * Serves until told to stop.
     *
     * @param arguments the folder, the name of the factory's class, and the factory's own arguments
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        WorkerFolder folder = new WorkerFolder(Path.of(arguments[0]));
        ParentWatch.start(folder);
        HostFactory factory = Class.forName(arguments[1])
                .asSubclass(HostFactory.class)
                .getConstructor()
                .newInstance();
        List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
        try (InputStream commands = new FileInputStream("/dev/fd/" + JavaWorkerCommand.COMMANDS);
                OutputStream answers = new FileOutputStream("/dev/fd/" + JavaWorkerCommand.ANSWERS);
                PackedHost host = factory.open(folder.map(), rest)) {
            if (!serve(host, commands, answers)) {
                folder.delete();
            }
        } catch (UnavailableException e) {
            System.err.println(e.getMessage());
            System.exit(NOT_STARTED);
        }
        // not System.exit: a Python that dies of its own clean-up would look like a crash
        Runtime.getRuntime().halt(0);
    }

    /** Whether it was told to stop; otherwise the kit is gone, and the commands with it. */
    private static boolean serve(PackedHost host, InputStream commands, OutputStream answers) throws IOException {
        byte[] done = "done\n".getBytes(StandardCharsets.US_ASCII);
        LineReader lines = new LineReader(commands);
        String line = lines.next();
        for (; line.startsWith("run "); line = lines.next()) {
            host.run(Integer.parseInt(line.substring(4)));
            try {
                answers.write(done);
            } catch (IOException nobodyListens) {
                // the kit was gone before this worker could watch it
                return false;
            }
        }
        return line.equals("stop");
    }
}
