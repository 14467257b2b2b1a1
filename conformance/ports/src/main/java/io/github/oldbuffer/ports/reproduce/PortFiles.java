package io.github.oldbuffer.ports.reproduce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the files of a port are to a compiler. */
final class PortFiles {

    private static final Pattern C = Pattern.compile(".*\\.c");
    private static final Pattern CPP = Pattern.compile(".*\\.(cc|cpp|cxx|c\\+\\+|C)");
    private static final Pattern HEADER = Pattern.compile(".*\\.(h|hh|hpp|hxx|H|inc|inl)");
    private static final Pattern CPP_HEADER = Pattern.compile(".*\\.(hh|hpp|hxx|H)");
    private static final Pattern SHARED = Pattern.compile(".*\\.(so|dylib|pyd)(\\.[0-9.]+)?");

    private PortFiles() {}

    /** Whether it holds C++. */
    static boolean isCpp(Path file) {
        return CPP.matcher(file.toString()).matches()
                || CPP_HEADER.matcher(file.toString()).matches();
    }

    static boolean isHeader(Path file) {
        return HEADER.matcher(file.toString()).matches();
    }

    static boolean isSource(Path file) {
        return C.matcher(file.toString()).matches()
                || CPP.matcher(file.toString()).matches();
    }

    static boolean isShared(Path file) {
        return SHARED.matcher(file.toString()).matches();
    }

    /** Whether the port is one file that was compiled already. */
    static boolean areLibrary(List<Path> files) {
        return files.size() == 1 && !isSource(files.get(0)) && !isHeader(files.get(0));
    }

    /** Whether a file speaks of something as of a function. */
    static boolean speaksOf(Path file, String name) {
        String last = name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('.')) + 1);
        try {
            return !isShared(file)
                    && Pattern.compile("\\b" + Pattern.quote(last) + "\\s*\\(")
                            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .find();
        } catch (IOException gone) {
            return false; // the program says so where it is built
        }
    }
}
