package io.github.oldbuffer.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process that ends itself on purpose says about why, on standard error. */
public final class LastWords {

    /** What the kit's own line begins with. */
    public static final String DEATH = "oldbuffer: the process ends: ";

    /** The signal by which a process ends itself. */
    static final String ABORTED = "SIGABRT";

    /** Leaves room for the signal in what a transcript can tell of a death. */
    private static final int LONGEST = 200;

    /**
     * As the C library and CPython write a failed assertion: program, file and line, the function, and the sentence,
     * which CPython goes on with, such as {@code Assertion failed: object has negative ref count}.
     */
    private static final Pattern ASSERTION =
            Pattern.compile("(?m)^(?:.*?:\\d+: )?((?:[^\\n]*?: )?Assertion (?:[`'\"][^\\n]+ )?failed[^\\n]*?)\\.?$");

    /** {@code Fatal Python error: Aborted} comes from faulthandler, which repeats the signal. */
    private static final Pattern FATAL = Pattern.compile("(?m)^(Fatal R?Python error: (?!Aborted\\b)[^\\n]+?)\\.?$");

    private LastWords() {}

    /**
     * The reason that the kit's own code gave.
     *
     * @param text what a process wrote to standard error
     */
    public static Optional<String> death(String text) {
        return text.lines()
                .filter(line -> line.startsWith(DEATH))
                .map(line -> line.substring(DEATH.length()))
                .findFirst();
    }

    /**
     * Why a process aborted: an assertion that failed, or a fatal error of its interpreter.
     *
     * @param text what the process wrote to standard error
     * @return such as {@code SIGABRT: unshare_buffer: Assertion `self->exports == 0' failed}
     */
    public static Optional<String> aborted(String text) {
        return death(text).or(() -> sentence(text).map(sentence -> ABORTED + ": " + sentence));
    }

    /** The sentence of a failed assertion, or of a fatal error, without what changes from run to run. */
    private static Optional<String> sentence(String text) {
        Matcher assertion = ASSERTION.matcher(text);
        Matcher fatal = FATAL.matcher(text);
        boolean failed = assertion.find();
        if (!failed && !fatal.find()) {
            return Optional.empty();
        }
        String found = failed ? assertion.group(1) : fatal.group(1);
        String steady = found.replaceAll("0x[0-9a-fA-F]+", "an address").strip();
        return Optional.of(steady.length() > LONGEST ? steady.substring(0, LONGEST) : steady);
    }
}
