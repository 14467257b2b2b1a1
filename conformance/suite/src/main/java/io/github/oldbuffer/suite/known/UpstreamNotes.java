package io.github.oldbuffer.suite.known;

import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The table {@code upstream.json}, kept by hand: which causes on file are reported or fixed elsewhere. */
public final class UpstreamNotes {

    private static final String TABLE = "upstream.json";

    private record Table(String format, int version, List<UpstreamNote> notes) {}

    private UpstreamNotes() {}

    /** All of them. */
    public static List<UpstreamNote> all() {
        try (InputStream resource = UpstreamNotes.class.getResourceAsStream(TABLE)) {
            return RecordJson.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8), Table.class)
                    .notes();
        } catch (IOException | JsonException wrong) {
            throw new IllegalStateException("the kit's own " + TABLE + " cannot be read: " + wrong.getMessage(), wrong);
        }
    }

    /**
     * What is noted of a cause.
     *
     * @param id of the implementation
     * @param reason on file
     */
    public static Optional<UpstreamNote> of(String id, String reason) {
        String family = id.split(":", 2)[0];
        return all().stream()
                .filter(note -> note.implementation().equals(family) && reason.startsWith(note.reason()))
                .findFirst();
    }
}
