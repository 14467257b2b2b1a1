package io.github.oldbuffer.ports.compiler;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sources of the user's that are compiled as one.
 *
 * @param sources in the order in which they are included; absolute
 * @param flags for this one besides those for all
 * @param adapter whether the last source is an adapter, and not the port's
 * @param origin the file as the user knows it: what the last source was generated from, or that one itself
 */
public record Unit(List<Path> sources, Language language, List<String> flags, boolean adapter, Path origin) {

    /** Of sources that the user wrote. */
    public Unit(List<Path> sources, Language language, List<String> flags, boolean adapter) {
        this(sources, language, flags, adapter, sources.get(sources.size() - 1));
    }

    public Unit {
        sources = List.copyOf(sources);
        flags = List.copyOf(flags);
    }

    /** A text that includes them, and Python's headers, which they need not all have included. */
    public String including() {
        return sources.stream().map(source -> "#include \"" + source + "\"\n").collect(Collectors.joining())
                + "#include <Python.h>\n";
    }

    /** The file that it is named after. */
    public Path main() {
        return sources.get(sources.size() - 1);
    }

    /** The same behind another source. */
    public Unit behind(Unit first) {
        List<Path> all = new java.util.ArrayList<>(first.sources);
        all.addAll(sources);
        List<String> both = new java.util.ArrayList<>(first.flags);
        both.addAll(flags);
        return new Unit(all, first.language == Language.CPP ? Language.CPP : language, both, adapter, origin);
    }
}
