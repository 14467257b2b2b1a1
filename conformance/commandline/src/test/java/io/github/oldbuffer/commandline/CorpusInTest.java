package io.github.oldbuffer.commandline;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.fuzzing.targets.BehavioursOf;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.search.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The corpus of a campaign that may be under way. */
record CorpusInTest(Path folder) {

    /** The inputs by their names; what is replaced meanwhile is left out. */
    Map<String, byte[]> inputs() throws IOException {
        Map<String, byte[]> inputs = new HashMap<>();
        for (Path file : files()) {
            try {
                inputs.put(file.getFileName().toString(), Files.readAllBytes(file));
            } catch (NoSuchFileException replaced) {
                continue;
            }
        }
        return inputs;
    }

    int size() throws IOException {
        return files().size();
    }

    /** What an implementation does with an input. */
    static Set<Integer> behaviours(byte[] input, Implementation implementation) {
        return FuzzCodec.decode(input)
                .map(scenario -> BehavioursOf.run(scenario, Transcripts.of(implementation, scenario)))
                .orElse(Set.of());
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
