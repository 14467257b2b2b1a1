package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.process.Executables;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Offers any program that speaks the kit's JSON lines as {@code process:COMMAND}. */
public final class ProcessProvider implements ImplementationProvider {

    private static final String PREFIX = "process:";

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(PREFIX + "COMMAND", true, "any program that speaks the kit's JSON lines"));
    }

    @Override
    public boolean accepts(String id) {
        return id.startsWith(PREFIX);
    }

    /** Starts the program in the kit's own folder and environment, with the default limits. */
    @Override
    public Implementation open(String id) throws UnavailableException {
        return open(id, WorkerLimits.DEFAULT);
    }

    /** Starts the program. */
    static Implementation open(String id, WorkerLimits limits) throws UnavailableException {
        List<String> words = CommandWords.split(id.substring(PREFIX.length()));
        Path program = Executables.find(words.get(0), System.getenv())
                .orElseThrow(() -> new UnavailableException(
                        "There is no program " + words.get(0) + " that can be run, of the command: " + words + "."));
        List<String> command = new ArrayList<>(words);
        command.set(0, program.toString());
        return LineImplementation.start(id, command, kit(), limits);
    }

    private static String kit() {
        Properties properties = new Properties();
        try (InputStream stream = ProcessProvider.class.getResourceAsStream("kit.properties")) {
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the kit cannot be read", e);
        }
    }
}
