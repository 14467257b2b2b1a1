package io.github.oldbuffer.reports.folder;

/** Words of a shell's command line. */
final class ShellWord {

    private ShellWord() {}

    /** The text as one word, in quotation marks where it needs them. */
    static String of(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
