package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.ports.build.Place;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.spec.results.Source;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        for (Function function : Function.values()) {
            Optional.ofNullable(port.places().get(function))
                    .flatMap(place -> source(id, function.cName(), place, root))
                    .ifPresent(sources::add);
        }
        if (port.fromSource()) {
            port.files().stream()
                    .flatMap(file -> source(id, null, new Place(file, 1), root).stream())
                    .findFirst()
                    .filter(first -> sources.isEmpty())
                    .ifPresent(sources::add);
        }
        return sources.isEmpty() ? ofKnown(known, root) : sources;
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

    private static Optional<Source> source(String id, String function, Place place, SourceRoot root) {
        return root.relative(place.file()).map(file -> new Source(id, function, file, place.line()));
    }
}
