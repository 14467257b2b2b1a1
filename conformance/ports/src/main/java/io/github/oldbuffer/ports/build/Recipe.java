package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import java.util.List;

/**
 * How a port was made of its sources, for whoever makes it again.
 *
 * @param parts each compiled apart
 * @param libraries words for the linker, behind the parts
 */
public record Recipe(List<Part> parts, List<String> libraries) {

    /**
     * What is compiled as one.
     *
     * @param flags for it alone, besides the port's
     * @param text a whole source: it includes the user's, and holds what the kit adds to them
     */
    public record Part(Language language, List<String> flags, String text) {
        public Part {
            flags = List.copyOf(flags);
        }
    }

    public Recipe {
        parts = List.copyOf(parts);
        libraries = List.copyOf(libraries);
    }

    /** Of a library that is there already. */
    public static Recipe none() {
        return new Recipe(List.of(), List.of());
    }
}
