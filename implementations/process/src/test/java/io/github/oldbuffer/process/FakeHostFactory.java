package io.github.oldbuffer.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes fake hosts; its argument is how many transcripts have room, or a word that makes the start fail. */
public final class FakeHostFactory implements HostFactory {

    /** Starts workers with fakes. They read scenarios in Java, which the C host does not: that needs Jackson. */
    static JavaWorkerCommand command(String... arguments) {
        List<Path> jackson = Stream.of(JsonNode.class, JsonParser.class, JsonProperty.class)
                .map(type -> Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .toList();
        return new JavaWorkerCommand(FakeHostFactory.class, List.of(arguments), List.of(), jackson);
    }

    @Override
    public PackedHost open(Areas areas, List<String> arguments) throws UnavailableException {
        switch (arguments.get(0)) {
            case "refuse" -> throw new UnavailableException("The fake has no Python.");
            case "hang" -> FakeHost.Deed.LOOP.act();
            case "die-later" -> dieUnlessFirst(arguments.get(1));
            default -> {
                return new FakeHost(areas, Integer.parseInt(arguments.get(0)));
            }
        }
        return new FakeHost(areas, 1000);
    }

    /** Only one worker starts; it leaves a file by which all others know that they are not the first. */
    private static void dieUnlessFirst(String file) throws UnavailableException {
        try {
            Files.createFile(Path.of(file));
        } catch (IOException e) {
            throw new UnavailableException("The fake starts only once.", e);
        }
    }
}
