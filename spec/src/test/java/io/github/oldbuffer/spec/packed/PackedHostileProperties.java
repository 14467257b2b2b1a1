package io.github.oldbuffer.spec.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitrary;
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
        return HostileBytes.scenarios();
    }

    @Provide
    Arbitrary<byte[]> transcripts() {
        return HostileBytes.transcripts();
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
