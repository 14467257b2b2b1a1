package io.github.oldbuffer.commandline.input;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 10m}, {@code 2h}. */
public final class Durations {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,6})(s|m|h)");

    private Durations() {}

    /** Empty where it is no duration of a second or more. */
    public static Optional<Duration> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }
}
