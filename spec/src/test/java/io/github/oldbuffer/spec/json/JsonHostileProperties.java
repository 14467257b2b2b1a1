package io.github.oldbuffer.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.packed.AnyScenario;
import io.github.oldbuffer.spec.packed.AnyTranscript;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
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

/** Whatever the text, reading ends in something that both forms can tell or in one sentence. */
class JsonHostileProperties {

    @Property(tries = 3_000)
    void damagedScenarios(@ForAll("scenarios") String text) {
        try {
            Scenario scenario = ScenarioJson.read(text);
            PackedScenarios.encode(List.of(scenario), ByteBuffer.allocate(0));
            assertEquals(scenario, ScenarioJson.read(ScenarioJson.write(scenario)));
        } catch (JsonException expected) {
            assertSentence(expected);
        }
    }

    @Property(tries = 3_000)
    void damagedTranscripts(@ForAll("transcripts") String text) {
        try {
            Transcript transcript = TranscriptJson.read(text);
            PackedTranscripts.encode(List.of(transcript), ByteBuffer.allocate(0));
            assertEquals(transcript, TranscriptJson.read(TranscriptJson.write(transcript)));
        } catch (JsonException expected) {
            assertSentence(expected);
        }
    }

    @Provide
    Arbitrary<String> scenarios() {
        return damaged(AnyScenario.scenario().map(ScenarioJson::write));
    }

    @Provide
    Arbitrary<String> transcripts() {
        return damaged(AnyTranscript.transcript().map(TranscriptJson::write));
    }

    /** Texts of which up to two characters are replaced by something that JSON knows. */
    private static Arbitrary<String> damaged(Arbitrary<String> texts) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 1 << 20);
        Arbitrary<String> patches = Arbitraries.oneOf(
                Arbitraries.of("", "\"", "{", "}", "[", "]", ",", ":", "-", "0", "9", "1e9", ".5", "null", "true"),
                Arbitraries.of("\\", "\\ud800", "\u0000", "\ud800", "\n", "18446744073709551616", "[[[[", "\"\""),
                Arbitraries.strings().ofMaxLength(2));
        return Combinators.combine(texts, places, places, patches, patches)
                .as((text, one, two, patch, other) -> patched(patched(text, one, patch), two, other));
    }

    private static String patched(String text, int place, String patch) {
        int at = place % text.length();
        return text.substring(0, at) + patch + text.substring(at + 1);
    }

    private static void assertSentence(JsonException refused) {
        assertNull(refused.getCause());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
        assertFalse(refused.getMessage().contains("[Source"), refused.getMessage());
        assertFalse(refused.getMessage().contains("com.fasterxml"), refused.getMessage());
    }
}
