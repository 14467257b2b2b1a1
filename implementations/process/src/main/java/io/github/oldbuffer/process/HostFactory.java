package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.List;

/** Makes the host that a Java worker serves; has a public constructor without parameters. */
public interface HostFactory {

    /**
     * Starts the host.
     *
     * @param areas that it is to use
     * @param arguments from the worker's command line
     * @throws UnavailableException with one sentence that says what is missing and what to do
     */
    PackedHost open(Areas areas, List<String> arguments) throws UnavailableException;
}
