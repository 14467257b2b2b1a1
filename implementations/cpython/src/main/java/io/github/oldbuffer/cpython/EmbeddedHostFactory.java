package io.github.oldbuffer.cpython;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.process.HostFactory;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.List;

/** Makes the host of a worker for CPython; its arguments are those of {@link Embedding#arguments}. */
public final class EmbeddedHostFactory implements HostFactory {

    @Override
    public PackedHost open(Areas areas, List<String> arguments) throws UnavailableException {
        return EmbeddedHost.start(Embedding.ofArguments(arguments), areas);
    }
}
