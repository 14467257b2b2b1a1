package io.github.oldbuffer.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a worker is started.
 *
 * <p>A worker maps the two files of the folder, then reads lines from its standard input: on {@code run N} it runs the
 * batch of N bytes and answers {@code done} on its standard output; on {@code stop}, and at the end of input, it ends.
 * Nothing else may appear on its standard output. One that cannot start writes a sentence about it to standard error
 * and ends with status {@value WorkerMain#NOT_STARTED}.
 */
public interface WorkerCommand {

    /** The words of the command; the worker runs in the folder. */
    List<String> words(WorkerFolder folder);

    /** Variables added to the environment, from which those are taken that change how a Python runs. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /**
     * What a dead worker has left in the folder about the signal that killed it, where its exit status does not tell.
     *
     * @param pid of the worker
     * @return such as {@code SIGSEGV}; empty where it left nothing
     */
    default Optional<String> signal(WorkerFolder folder, long pid) throws IOException {
        return Optional.empty();
    }
}
