package io.github.oldbuffer.reports.json;

/** Texts from a file, made fit to stand in a message. */
final class Texts {

    private static final int LONGEST = 60;

    private Texts() {}

    /** At most {@value #LONGEST} characters, no control characters. */
    static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "...";
    }
}
