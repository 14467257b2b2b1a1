package io.github.oldbuffer.graalpy;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.process.HostFactory;
import io.github.oldbuffer.process.WorkerFolder;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.List;

/** Makes the host of a worker for GraalPy; needs no arguments. */
public final class GraalPyHostFactory implements HostFactory {

    @Override
    public PackedHost open(Areas areas, List<String> arguments) throws UnavailableException {
        // a worker runs in its folder
        WorkerFolder folder = new WorkerFolder(Path.of("").toAbsolutePath());
        return GraalPyHost.start(areas, folder);
    }
}
