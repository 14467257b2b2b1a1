package io.github.oldbuffer.spec.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.oldbuffer.spec.form.MalformedException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence for each way in which a batch can be malformed. */
class MalformedBatchTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                     | byte 0: the bytes end in the middle of the magic
        4f425401 00000000                      | byte 0: a batch begins with OBS, and this does not
        4f425302 00000000                      | byte 3: this is version 2 of the packed form, not 1
        4f425301 0000                          | byte 4: the bytes end in the middle of the count
        4f425301 ffffffff 000000000000         | byte 8: the count of the batch is 4294967295, more than the bytes that follow can hold
        4f425301 00000000 00                   | byte 8: 1 byte is left over behind the batch
        4f425301 01000000 03000000 0000        | byte 12: the scenario is 3 bytes long, but 2 are left
        4f425301 01000000 04000000 0000 0700   | byte 14: 2 bytes are left over behind the scenario
        4f425301 01000000 03000000 0000 07     | byte 14: 1 byte is left over behind the scenario
        4f425301 01000000 04000000 e903 0700   | byte 12: the number of steps is 1001, not 0 to 1000
        4f425301 01000000 04000000 e803 0700   | byte 14: the number of steps is 1000, more than the bytes that follow can hold
        4f425301 01000000 04000000 0100 6300   | byte 14: the kind of step is 99, not 1 to 17
        4f425301 01000000 04000000 0100 0740   | byte 15: the object is 64, not 0 to 63
        4f425301 01000000 05000000 0100 030200 | byte 15: CHECK gives no pointer to peek through
        4f425301 01000000 05000000 0100 0a0007 | byte 16: the code is 7, not 0 to 6
        4f425301 01000000 07000000 0100 02000008 00 | byte 17: the set of NULL arguments is 8, not 0 to 7
        4f425301 01000000 07000000 0100 02000000 0e | byte 18: the pending exception is 14, not 0 to 13
        4f425301 01000000 05000000 0100 010063 | byte 16: the kind of exporter is 99, not 1 to 13
        4f425301 01000000 07000000 0100 01000b 0140   | byte 17: the expression is 16385, not 0 to 16384
        4f425301 01000000 08000000 0100 0100 0500 0b00 | byte 19: what a Python expression gives stands inside no other exporter
        4f425301 01000000 0f000000 0100 010001 0100010000000000 0000 | byte 17: the length is 65537, not 0 to 65536
        4f425301 01000000 0f000000 0100 010001 0000000000000000 fb00 | byte 25: the seed is 251, not 0 to 250
        4f425301 01000000 0f000000 0100 010001 0000000000000000 0002 | byte 26: the subclass is 2, not 0 to 1
        4f425301 01000000 0f000000 0100 010004 78 0000000000000000 00 | byte 17: the typecode is 120, none of bBuwhHiIlLqQfd
        4f425301 01000000 0f000000 0100 010004 64 0120000000000000 00 | byte 18: the number of items is 8193, not 0 to 8192
        4f425301 01000000 08000000 0100 0100 09020000 | byte 19: a Python class raises, but no exception is named
        4f425301 01000000 15000000 0100 0100 0500 0500 0500 0500 0500 0500 0500 0500 00 | byte 32: exporters nest at most 8 deep
        """)
    void scenarios(String bytes, String sentence) {
        assertSentence(sentence, () -> PackedScenarios.decode(batch(bytes)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        4f425301 00000000                          | byte 0: a batch begins with OBT, and this does not
        4f425402 01000000 03000000 0300            | byte 8: the count of the batch is 1, more than the bytes that follow can hold
        4f425402 01000000 03000000 030000 00       | byte 12: the kind of outcome is 3, not 0 to 2
        4f425401 00000000                          | byte 3: this is version 1 of the packed form, not 2
        4f425402 01000000 05000000 000100 0200     | byte 16: the bytes end in the middle of the code
        4f425402 01000000 06000000 000100 050001   | byte 16: the byte seen is 256, not -1 to 255
        4f425402 01000000 06000000 000100 040141   | byte 17: the size of the sample is 65, not 0 to 64
        4f425402 01000000 06000000 000100 0600ff   | byte 18: the amount of traffic is 255, more than the bytes that follow can hold
        4f425402 01000000 07000000 000100 070100ff | byte 18: the reason is not UTF-8
        4f425402 01000000 09000000 000100 010101024142 | byte 21: the bytes end in the middle of the message of the exception
        4f425402 01000000 0f000000 000100 030000 00 0100000000000000 | byte 19: the value of the pointer is 1, not 0
        """)
    void transcripts(String bytes, String sentence) {
        assertSentence(sentence, () -> PackedTranscripts.decode(batch(bytes)));
    }

    private interface Decoding {
        void run() throws MalformedException;
    }

    private static void assertSentence(String sentence, Decoding decoding) {
        assertEquals(
                sentence, assertThrows(MalformedException.class, decoding::run).getMessage());
    }

    private static ByteBuffer batch(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
