package io.github.oldbuffer.spec.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFlagsTests {

    /** The numbers stand in CPython's {@code pybuffer.h}. */
    @ParameterizedTest
    @CsvSource({
        "0, PyBUF_SIMPLE",
        "1, PyBUF_WRITABLE",
        "4, PyBUF_FORMAT",
        "8, PyBUF_ND",
        "9, PyBUF_CONTIG",
        "24, PyBUF_STRIDES",
        "56, PyBUF_C_CONTIGUOUS",
        "88, PyBUF_F_CONTIGUOUS",
        "152, PyBUF_ANY_CONTIGUOUS",
        "153, PyBUF_ANY_CONTIGUOUS|PyBUF_WRITABLE",
        "156, PyBUF_ANY_CONTIGUOUS|PyBUF_FORMAT",
        "280, PyBUF_INDIRECT",
        "284, PyBUF_FULL_RO",
        "5, PyBUF_FORMAT|PyBUF_WRITABLE",
        "512, 0x200",
        "513, PyBUF_WRITABLE|0x200",
    })
    void flagsHaveTheNamesOfTheHeaders(int flags, String name) {
        assertEquals(name, RequestFlags.of(flags));
    }

    @Test
    void wordsOfEarlierKitsGetNames() {
        assertEquals(
                "acquired with PyBUF_STRIDES, the other: refused PyBUF_SIMPLE",
                RequestFlags.named("acquired with 0x18, the other: refused 0x0"));
    }
}
