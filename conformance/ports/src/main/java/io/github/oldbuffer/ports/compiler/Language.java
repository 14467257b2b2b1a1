package io.github.oldbuffer.ports.compiler;

import java.nio.file.Path;
import java.util.Optional;

/** What a source is written in. */
public enum Language {
    C(".c"),
    CPP(".cpp");

    private static final String CPP_SOURCE = ".*\\.(cc|cp|cpp|cxx|c\\+\\+|C)";
    private static final String CPP_HEADER = ".*\\.(hh|hp|hpp|hxx|h\\+\\+|H|ipp|tpp)";
    private static final String HEADER = ".*\\.(h|inc|inl)";

    private final String ending;

    Language(String ending) {
        this.ending = ending;
    }

    /** The ending by which compilers know a source in it. */
    public String ending() {
        return ending;
    }

    /** Whether a file is text for a compiler, and not a library. */
    public static boolean isSource(Path file) {
        return of(file).isPresent() || isHeader(file);
    }

    /** Whether a file is there to be included. */
    public static boolean isHeader(Path file) {
        return file.toString().matches(HEADER + "|" + CPP_HEADER);
    }

    /** By the file's ending; empty for a header of either language, and for what is no source. */
    public static Optional<Language> of(Path file) {
        String name = file.toString();
        if (name.endsWith(".c")) {
            return Optional.of(C);
        }
        return name.matches(CPP_SOURCE + "|" + CPP_HEADER) ? Optional.of(CPP) : Optional.empty();
    }
}
