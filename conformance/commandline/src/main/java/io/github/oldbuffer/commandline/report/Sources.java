package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.ports.build.Place;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.spec.results.Source;
import io.github.oldbuffer.spec.scenario.Function;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines that findings are about: of a port its functions, of what has no source the file of known deviations. */
public final class Sources {

    private Sources() {}

    /**
     * Of a port.
     *
     * @param known as for {@link #ofKnown}
     */
    public static List<Source> ofPort(Port port, SourceRoot root, String known) {
        String id = port.identity().id();
        List<Source> sources = new ArrayList<>();
        for (Function function : port.names().keySet()) {
            place(port, function, root)
                    .flatMap(place -> source(id, function, place, port, root))
                    .ifPresent(sources::add);
        }
        return sources.isEmpty() ? ofKnown(known, root) : sources;
    }

    /** Where a function is defined; where that is in a file that was generated, where the user's file names it. */
    private static Optional<Place> place(Port port, Function function, SourceRoot root) {
        Optional<Place> defined = Optional.ofNullable(port.places().get(function))
                .filter(place ->
                        root.relative(place.file(), port.files().get(0)).isPresent());
        if (defined.isPresent() || !port.fromSource()) {
            return defined;
        }
        String name = port.names().get(function).replaceFirst(".*(::|\\.)", "");
        for (Path file : port.files()) {
            int line = firstMention(file, name);
            if (line > 0) {
                return Optional.of(new Place(file, line));
            }
        }
        return Optional.of(new Place(port.files().get(0), 1));
    }

    /** The first line that has a name with a parenthesis behind it; 0 for none. */
    private static int firstMention(Path file, String name) {
        Pattern call = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (call.matcher(line).find()) {
                    return number;
                }
            }
        } catch (IOException unreadable) {
            return 0;
        }
        return 0;
    }

    /**
     * Of what has no source.
     *
     * @param known what the user gave as {@code --known}, or {@code null}
     */
    public static List<Source> ofKnown(String known, SourceRoot root) {
        if (known == null) {
            return List.of();
        }
        try {
            return root.relative(Path.of(known)).map(file -> new Source(null, null, file, 1)).stream()
                    .toList();
        } catch (InvalidPathException noFile) {
            return List.of();
        }
    }

    private static Optional<Source> source(String id, Function function, Place place, Port port, SourceRoot root) {
        return root.relative(place.file(), port.files().get(0))
                .map(file -> new Source(id, function.cName(), file, place.line()));
    }
}
