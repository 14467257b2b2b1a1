package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Has two implementations run the same scenarios at the same time. */
public final class SideBySide {

    private SideBySide() {}

    /** @throws BrokenImplementationException where one of them cannot be used any more */
    public static List<Ran> run(Implementation left, Implementation right, List<Scenario> batch) {
        CompletableFuture<List<Transcript>> other = CompletableFuture.supplyAsync(() -> Transcripts.of(right, batch));
        List<Transcript> ours;
        try {
            ours = Transcripts.of(left, batch);
        } finally {
            // an implementation is for one thread, so nothing may be under way when the caller goes on
            other.handle((result, failure) -> result).join();
        }
        List<Transcript> theirs = result(other);
        List<Ran> ran = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            ran.add(new Ran(ours.get(i), theirs.get(i)));
        }
        return ran;
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
