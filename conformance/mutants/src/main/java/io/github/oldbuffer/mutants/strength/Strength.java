package io.github.oldbuffer.mutants.strength;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The figures of a whole measurement, as they are kept with the kit.
 *
 * @param silence one for each implementation that is known to be right
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Strength(KillMatrix mutants, List<Silence> silence) {
    /** Where the last whole measurement is kept, beside this class. */
    public static final String RESOURCE = "strength.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Strength {
        silence = List.copyOf(silence);
    }

    /** The last whole measurement. */
    public static Strength published() {
        try (InputStream stored = Strength.class.getResourceAsStream(RESOURCE)) {
            return MAPPER.readValue(stored, Strength.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's own " + RESOURCE + " cannot be read", e);
        }
    }

    /** As a JSON document with a line for each mutant, so that a change shows which ones it is about. */
    public String toJson() throws IOException {
        return MAPPER.writeValueAsString(this).replace("{\"mutant\":", "\n{\"mutant\":") + "\n";
    }

    /** Whether nothing falls short: no survivor, no false alarm. */
    public boolean sufficient() {
        return mutants.survivors().isEmpty()
                && silence.stream().allMatch(each -> each.alarms().isEmpty());
    }
}
