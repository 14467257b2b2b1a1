package io.github.oldbuffer.commandline.port;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An implementation that starts while something else is done, such as compiling.
 *
 * @param future of it; closing this closes it, whether anybody has waited for it or not
 */
record Starting(CompletableFuture<Implementation> future) implements AutoCloseable {

    static Starting of(Callable<Implementation> start) {
        return new Starting(CompletableFuture.supplyAsync(() -> {
            try {
                Implementation started = start.call();
                Clauses.all(); // read now, and not when all is waiting for them
                return started;
            } catch (Exception failed) {
                throw new CompletionException(failed);
            }
        }));
    }

    /** Waits until it runs. */
    Implementation started() throws UnavailableException {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UnavailableException unavailable) {
                throw unavailable;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        future.handle((started, failed) -> {
                    if (started != null) {
                        started.close();
                    }
                    return null;
                })
                .join();
    }
}
