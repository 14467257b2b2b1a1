package io.github.oldbuffer.spec.text;

/** How the kit's command is called where its user stands. */
public final class KitCommand {

    /** {@code ./conform} in a checkout; what starts an installed kit says another name in {@code oldbuffer.command}. */
    public static final String NAME = System.getProperty("oldbuffer.command", "./conform");

    private KitCommand() {}
}
