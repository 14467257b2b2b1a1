package io.github.oldbuffer.spec.exporter;

/** Sizes of the native single-character formats that {@code struct}, {@code array} and {@code ctypes} share. */
public final class Formats {

    private Formats() {}

    /**
     * Bytes per item of a native format character, as on every 64-bit Unix (LP64).
     *
     * @throws IllegalArgumentException for a character that is no such format
     */
    public static int itemSize(char format) {
        return switch (format) {
            case 'b', 'B', 'c', '?' -> 1;
            case 'h', 'H' -> 2;
            case 'i', 'I', 'f', 'u', 'w' -> 4;
            case 'l', 'L', 'q', 'Q', 'd', 'n', 'N' -> 8;
            default -> throw new IllegalArgumentException("no native format is called '" + format + "'");
        };
    }

    /** Whether the character is a format that {@code memoryview.cast} accepts. */
    public static boolean castable(char format) {
        return "bBchHiIlLqQfd".indexOf(format) >= 0;
    }
}
