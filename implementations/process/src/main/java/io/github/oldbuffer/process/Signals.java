package io.github.oldbuffer.process;

import java.util.Map;

/** The names of the signals that end processes. */
public final class Signals {

    /** Numbers that Linux and macOS agree on. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"));

    private static final int LINUX_SIGBUS = 7;
    private static final int MACOS_SIGBUS = 10;

    private Signals() {}

    /**
     * What an exit status tells.
     *
     * @param status 0 to 255, where a signal's number comes with 128 added
     * @return {@code SIGSEGV}, {@code signal 40}, or {@code exit status 3}
     */
    public static String describe(int status) {
        if (status <= 128) {
            return "exit status " + status;
        }
        int number = status - 128;
        if (number == LINUX_SIGBUS || number == MACOS_SIGBUS) {
            return "SIGBUS";
        }
        return NAMES.getOrDefault(number, "signal " + number);
    }
}
