package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.fuzzing.targets.BehavioursOf;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.search.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a corpus smaller: the shortest inputs are kept that show every behaviour of an implementation that the whole
 * shows.
 *
 * <p>What adds nothing is deleted only after everything was run, so that an interruption loses nothing.
 */
public final class CorpusMerge {

    private static final int BATCH = 256;

    private CorpusMerge() {}

    /** How many inputs there were, how many are kept, and what they show. */
    public record Merged(long before, long kept, int behaviours) {}

    /** @throws IOException where inputs cannot be read or deleted */
    public static Merged merge(CorpusFolder corpus, Implementation implementation) throws IOException {
        List<Path> files = corpus.files();
        List<Path> superfluous = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        for (int first = 0; first < files.size(); first += BATCH) {
            List<Path> batch = files.subList(first, Math.min(first + BATCH, files.size()));
            List<Scenario> scenarios = new ArrayList<>();
            List<Path> owners = new ArrayList<>();
            for (Path file : batch) {
                Optional<Scenario> scenario = FuzzCodec.decode(Files.readAllBytes(file));
                if (scenario.isEmpty()) {
                    superfluous.add(file);
                } else {
                    scenarios.add(scenario.get());
                    owners.add(file);
                }
            }
            List<Transcript> transcripts = scenarios.isEmpty() ? List.of() : Transcripts.of(implementation, scenarios);
            for (int i = 0; i < scenarios.size(); i++) {
                if (!shown.addAll(BehavioursOf.run(scenarios.get(i), transcripts.get(i)))) {
                    superfluous.add(owners.get(i));
                }
            }
        }
        for (Path file : superfluous) {
            Files.deleteIfExists(file);
        }
        return new Merged(files.size(), files.size() - superfluous.size(), shown.size());
    }
}
