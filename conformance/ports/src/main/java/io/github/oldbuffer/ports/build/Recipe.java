package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.generate.Generation;
import java.util.List;

/**
 * How a port was made of its sources, for whoever makes it again.
 *
 * @param generations that write sources, into the folder where the rest is done
 * @param parts each compiled apart
 * @param libraries words for the linker, behind the parts
 * @param module whether it is an extension module that was built already, which has to be imported before it is called
 */
public record Recipe(List<Generation> generations, List<Part> parts, List<String> libraries, boolean module) {

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
        generations = List.copyOf(generations);
        parts = List.copyOf(parts);
        libraries = List.copyOf(libraries);
    }

    /** Of a library that is there already. */
    public static Recipe none() {
        return new Recipe(List.of(), List.of(), List.of(), false);
    }

    /** Of an extension module that is there already. */
    public static Recipe ofModule() {
        return new Recipe(List.of(), List.of(), List.of(), true);
    }
}
