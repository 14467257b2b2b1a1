package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A port that runs.
 *
 * @param folder with its library, which a process that replaces a dead one loads again; gone with the port
 */
record LoadedPort(Implementation implementation, TemporaryFolder folder) implements Implementation {

    @Override
    public Identity identity() {
        return implementation.identity();
    }

    @Override
    public Capabilities supports() {
        return implementation.supports();
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        return implementation.run(batch);
    }

    @Override
    public void restart() {
        implementation.restart();
    }

    @Override
    public void close() {
        implementation.close();
        try {
            folder.close();
        } catch (IOException left) {
            throw new UncheckedIOException("The port's folder could not be deleted: " + left.getMessage(), left);
        }
    }
}
