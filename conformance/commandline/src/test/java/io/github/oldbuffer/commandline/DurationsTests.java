package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.commandline.input.Durations;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    @Test
    void peopleWriteSecondsMinutesAndHours() {
        assertEquals(Optional.of(Duration.ofSeconds(90)), Durations.parse("90s"));
        assertEquals(Optional.of(Duration.ofMinutes(10)), Durations.parse("10m"));
        assertEquals(Optional.of(Duration.ofHours(2)), Durations.parse("2h"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "-1s", "10", "1d", "s", "1.5h", "99999999999s", " 1s"})
    void anythingElseIsNoDuration(String written) {
        assertEquals(Optional.empty(), Durations.parse(written));
    }
}
