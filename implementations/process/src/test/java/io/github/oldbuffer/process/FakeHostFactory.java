package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes fake hosts; its argument is how many transcripts have room, or a word that makes the start fail. */
public final class FakeHostFactory implements HostFactory {

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
