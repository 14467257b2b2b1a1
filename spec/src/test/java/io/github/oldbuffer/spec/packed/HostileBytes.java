package io.github.oldbuffer.spec.packed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bytes that a decoder must take for what they are: exactly one batch, or none. */
public final class HostileBytes {

    /** The header of a batch, and the length of its first scenario or transcript. */
    private static final int HEADER = 12;

    private HostileBytes() {}

    /** Batches of scenarios and what is left of them, and noise. */
    public static Arbitrary<byte[]> scenarios() {
        Arbitrary<byte[]> packed = AnyScenario.scenario()
                .list()
                .ofMaxSize(3)
                .map(batch -> content(PackedScenarios.encode(batch, ByteBuffer.allocate(0))));
        return hostile(packed, 'S');
    }

    /** Batches of transcripts and what is left of them, and noise. */
    static Arbitrary<byte[]> transcripts() {
        Arbitrary<byte[]> packed = AnyTranscript.transcript()
                .list()
                .ofMaxSize(3)
                .map(batch -> content(PackedTranscripts.encode(batch, ByteBuffer.allocate(0))));
        return hostile(packed, 'T');
    }

    private static Arbitrary<byte[]> hostile(Arbitrary<byte[]> packed, char content) {
        Arbitrary<byte[]> damaged = damaged(packed);
        return Arbitraries.oneOf(
                packed,
                damaged,
                damaged.map(bytes -> withLength(bytes, content)),
                noise().map(bytes -> behindHeader(bytes, content)),
                noise());
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

    /** What is behind the first length, with a length that is true: it is looked into wherever it was damaged. */
    private static byte[] withLength(byte[] bytes, char content) {
        return behindHeader(Arrays.copyOfRange(bytes, Math.min(HEADER, bytes.length), bytes.length), content);
    }

    /** A batch of one scenario or transcript that is all these bytes. */
    private static byte[] behindHeader(byte[] bytes, char content) {
        ByteBuffer batch = ByteBuffer.allocate(HEADER + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
        batch.put((byte) 'O').put((byte) 'B').put((byte) content).put((byte) 1);
        return batch.putInt(1).putInt(bytes.length).put(bytes).array();
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
}
