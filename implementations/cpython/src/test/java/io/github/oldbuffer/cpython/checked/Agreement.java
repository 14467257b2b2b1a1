package io.github.oldbuffer.cpython.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Two programs read and write the packed form, the kit in Java and the probe in C: both must take the same bytes for a
 * batch of scenarios, and Java must understand every transcript.
 */
final class Agreement {

    private static final int DONE = 2;
    private static final int MALFORMED = 3;
    private static final int TRANSCRIPTS = 64;

    private Agreement() {}

    /** Has both read every batch, the probe in one process under sanitizers; tells how many they took. */
    static int check(List<byte[]> batches, CheckedProbe probe) throws UnavailableException, IOException {
        int taken = 0;
        ByteBuffer answers = answers(batches, probe);
        for (byte[] batch : batches) {
            ByteBuffer area = next(answers);
            List<Scenario> scenarios = decode(batch);
            assertEquals(scenarios == null ? MALFORMED : DONE, area.getInt(0), () -> disagreement(batch, area));
            if (scenarios != null) {
                assertAnswered(scenarios, batch, area);
                taken++;
            }
        }
        assertFalse(answers.hasRemaining(), "there are answers left over");
        return taken;
    }

    private static List<Scenario> decode(byte[] bytes) {
        try {
            return PackedScenarios.decode(ByteBuffer.wrap(bytes));
        } catch (MalformedException e) {
            return null;
        }
    }

    private static void assertAnswered(List<Scenario> scenarios, byte[] batch, ByteBuffer area) {
        List<Transcript> transcripts;
        try {
            transcripts = PackedTranscripts.decode(area.slice(TRANSCRIPTS, area.limit() - TRANSCRIPTS));
        } catch (MalformedException e) {
            throw new AssertionError("Java does not understand the answer; " + disagreement(batch, area), e);
        }
        assertEquals(scenarios.size(), transcripts.size(), () -> disagreement(batch, area));
        for (int i = 0; i < scenarios.size(); i++) {
            Transcript transcript = transcripts.get(i);
            if (transcript.outcome().equals(Outcome.COMPLETED)) {
                assertEquals(
                        scenarios.get(i).steps().size(), transcript.events().size(), () -> disagreement(batch, area));
            }
        }
    }

    /** Has the probe run every batch; gives what the driver wrote, see exchange.c. */
    private static ByteBuffer answers(List<byte[]> batches, CheckedProbe probe)
            throws UnavailableException, IOException {
        Path folder = Files.createTempDirectory("oldbuffer-exchange-");
        try {
            Path questions = Files.write(folder.resolve("batches"), packed(batches));
            Path answers = folder.resolve("answers");
            probe.drive("exchange", folder, List.of(questions.toString(), answers.toString()));
            return ByteBuffer.wrap(Files.readAllBytes(answers)).order(ByteOrder.LITTLE_ENDIAN);
        } finally {
            for (String name : List.of("batches", "answers", "port.c", "port.so")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static byte[] packed(List<byte[]> batches) {
        int length =
                batches.stream().mapToInt(batch -> Integer.BYTES + batch.length).sum();
        ByteBuffer packed = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        batches.forEach(batch -> packed.putInt(batch.length).put(batch));
        return packed.array();
    }

    private static ByteBuffer next(ByteBuffer answers) {
        int length = answers.getInt();
        ByteBuffer area = answers.slice(answers.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        answers.position(answers.position() + length);
        return area;
    }

    private static String disagreement(byte[] batch, ByteBuffer area) {
        String told = "a batch";
        if (area.getInt(0) == MALFORMED) {
            ByteBuffer sentence = area.slice(TRANSCRIPTS + Short.BYTES, area.limit() - TRANSCRIPTS - Short.BYTES);
            told = StandardCharsets.UTF_8.decode(sentence).toString();
        }
        return HexFormat.of().formatHex(batch) + " is to the probe: " + told;
    }
}
