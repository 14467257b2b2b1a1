package io.github.oldbuffer.cpython;

import java.util.Locale;

/** The machine's name as the class path knows it. */
final class Platform {

    private Platform() {}

    /**
     * Such as {@code linux-x86_64} or {@code macosx-arm64}.
     *
     * @param system as the system property {@code os.name} gives it
     * @param processor as {@code os.arch} gives it
     */
    static String name(String system, String processor) {
        return system(system.toLowerCase(Locale.ROOT)) + "-" + processor(processor.toLowerCase(Locale.ROOT));
    }

    private static String system(String name) {
        return name.startsWith("mac") ? "macosx" : name;
    }

    private static String processor(String name) {
        return switch (name) {
            case "amd64", "x86-64" -> "x86_64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }
}
