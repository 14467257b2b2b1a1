package io.github.oldbuffer.spec.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever the bytes, decoding ends in a batch that packs to those very bytes or in a sentence that names an offset.
 *
 * <p>Each value has one packed form only, so a decoder that reads something else than what stands there shows here.
 */
class PackedHostileProperties {

    @Property(tries = 5_000)
    void damagedScenarios(@ForAll("scenarios") byte[] bytes) {
        try {
            List<Scenario> batch = PackedScenarios.decode(ByteBuffer.wrap(bytes));
            assertArrayEquals(bytes, content(PackedScenarios.encode(batch, ByteBuffer.allocate(bytes.length))));
        } catch (MalformedException expected) {
            assertSentence(expected, bytes.length);
        }
    }

    @Property(tries = 5_000)
    void damagedTranscripts(@ForAll("transcripts") byte[] bytes) {
        try {
            List<Transcript> batch = PackedTranscripts.decode(ByteBuffer.wrap(bytes));
            assertArrayEquals(bytes, content(PackedTranscripts.encode(batch, ByteBuffer.allocate(bytes.length))));
        } catch (MalformedException expected) {
            assertSentence(expected, bytes.length);
        }
    }

    @Provide
    Arbitrary<byte[]> scenarios() {
        Arbitrary<byte[]> packed = AnyScenario.scenario()
                .list()
                .ofMaxSize(3)
                .map(batch -> content(PackedScenarios.encode(batch, ByteBuffer.allocate(0))));
        return Arbitraries.oneOf(damaged(packed), behindHeader('S'), noise());
    }

    @Provide
    Arbitrary<byte[]> transcripts() {
        Arbitrary<byte[]> packed = AnyTranscript.transcript()
                .list()
                .ofMaxSize(3)
                .map(batch -> content(PackedTranscripts.encode(batch, ByteBuffer.allocate(0))));
        return Arbitraries.oneOf(damaged(packed), behindHeader('T'), noise());
    }

    /** Batches with one byte changed, or one run of bytes cut out or repeated. */
    private static Arbitrary<byte[]> damaged(Arbitrary<byte[]> whole) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 1 << 20);
        return Combinators.combine(
                        whole,
                        places,
                        places,
                        Arbitraries.bytes(),
                        Arbitraries.integers().between(0, 4))
                .as((bytes, one, other, value, damage) -> {
                    int from = one % (bytes.length + 1);
                    int to = from + other % (bytes.length - from + 1);
                    return switch (damage) {
                        case 0 -> join(bytes, 0, from, bytes, to, bytes.length);
                        case 1 -> join(bytes, 0, to, bytes, from, bytes.length);
                        case 2 -> join(bytes, 0, from, bytes, 0, 0);
                        default -> changed(bytes, one % bytes.length, value);
                    };
                });
    }

    /** Noise that a valid header makes the decoder look into: one scenario or transcript of all the bytes. */
    private static Arbitrary<byte[]> behindHeader(char content) {
        return noise().map(bytes -> {
            ByteBuffer batch = ByteBuffer.allocate(12 + bytes.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            batch.put((byte) 'O').put((byte) 'B').put((byte) content).put((byte) 1);
            return batch.putInt(1).putInt(bytes.length).put(bytes).array();
        });
    }

    private static Arbitrary<byte[]> noise() {
        Arbitrary<Byte> mostlySmall = Arbitraries.oneOf(
                Arbitraries.bytes(), Arbitraries.bytes().between((byte) 0, (byte) 11), Arbitraries.just((byte) 0));
        return mostlySmall.array(byte[].class).ofMaxSize(200);
    }

    private static byte[] changed(byte[] bytes, int at, byte value) {
        byte[] copy = bytes.clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] join(byte[] head, int headFrom, int headTo, byte[] tail, int tailFrom, int tailTo) {
        return ByteBuffer.allocate(headTo - headFrom + tailTo - tailFrom)
                .put(head, headFrom, headTo - headFrom)
                .put(tail, tailFrom, tailTo - tailFrom)
                .array();
    }

    private static byte[] content(ByteBuffer batch) {
        byte[] bytes = new byte[batch.remaining()];
        batch.get(bytes);
        return bytes;
    }

    private static void assertSentence(MalformedException malformed, int length) {
        assertTrue(malformed.offset() >= 0 && malformed.offset() <= length, malformed.getMessage());
        assertTrue(malformed.getMessage().startsWith("byte " + malformed.offset() + ": "), malformed.getMessage());
    }
}
