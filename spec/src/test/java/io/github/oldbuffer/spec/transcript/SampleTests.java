package io.github.oldbuffer.spec.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples read all of short memory, and the beginning, the middle and the end of long memory. */
class SampleTests {

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "1, 1", "63, 63", "64, 64", "65, 64", "4294967296, 64"})
    void countIsTheLengthOrSixtyFour(long length, int count) {
        assertEquals(count, Sample.count(length));
        assertEquals(count, Sample.take(length, offset -> 0).size());
    }

    @Test
    void shortMemoryIsReadWhole() {
        assertEquals("ff00010203", Sample.take(5, offset -> (int) offset - 1).hex());
        assertEquals(255, Sample.take(5, offset -> (int) offset - 1).at(0));
        for (int i = 0; i < Sample.WHOLE; i++) {
            assertEquals(i, Sample.offset(Sample.WHOLE, i));
        }
    }

    @Test
    void longMemoryIsReadInThreeWindows() {
        List<Long> offsets = new ArrayList<>();
        Sample.take(1_000, offset -> {
            offsets.add(offset);
            return 0;
        });
        assertEquals(64, offsets.size());
        assertEquals(
                List.of(0L, 23L, 500L, 515L, 976L, 999L),
                List.of(
                        offsets.get(0),
                        offsets.get(23),
                        offsets.get(24),
                        offsets.get(39),
                        offsets.get(40),
                        offsets.get(63)));
    }

    @Test
    void windowsOfMemoryJustTooLongMayMeetButNeverLeaveIt() {
        for (long length = 65; length < 200; length++) {
            for (int i = 0; i < Sample.WHOLE; i++) {
                long offset = Sample.offset(length, i);
                assertEquals(Math.max(0, Math.min(offset, length - 1)), offset);
            }
        }
    }

    @Test
    void samplesAreValues() {
        byte[] bytes = {1, 2};
        Sample sample = Sample.read(bytes);
        bytes[0] = 9;
        assertEquals("0102", sample.hex());
        assertEquals(Sample.read(new byte[] {1, 2}), sample);
        assertEquals(Sample.read(new byte[] {1, 2}).hashCode(), sample.hashCode());
        assertNotEquals(Sample.read(new byte[] {1, 3}), sample);
        assertNotEquals(Sample.read(new byte[0]), Sample.NONE);
        assertNotEquals(Sample.UNREADABLE, Sample.NONE);
        assertEquals("bytes 0102", sample.toString());
        assertEquals("no readable memory", Sample.UNREADABLE.toString());
    }
}
