package io.github.oldbuffer.commandline.journal;

/** What every journal says of the run that it is of. */
public sealed interface Beginning permits JournalHeader, ScanHeader {

    /** Version of the kit. */
    String kit();

    /** What {@code --known} said, or {@code null} where it said nothing. */
    String known();

    /** Of the file that it named, or {@code null} where it named none. */
    String knownDigest();
}
