package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.worker.Inspection;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Outcome;
import io.github.oldbuffer.spec.consumer.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws scenarios without an end: contents that had a function answer as it never had are where new ones come from. */
final class ScenarioDraw {

    private static final int CONTENTS = 4;
    private static final int OF_A_CONTENT = 8;
    private static final int LONGEST = 1 << 16;
    private static final int MANY = 64;
    private static final int MOST_KEPT = 512;

    private final Inspection inspection;
    private final Random random;
    private final List<byte[]> kept = new ArrayList<>();
    private final Set<String> answers = new HashSet<>();

    ScenarioDraw(Inspection inspection, List<Content> contents, long seed) {
        this.inspection = inspection;
        this.random = new Random(seed);
        contents.forEach(content -> kept.add(content.bytes()));
    }

    /** The next ones. */
    List<ConsumerScenario> next() {
        List<ConsumerScenario> drawn = new ArrayList<>();
        for (int i = 0; i < CONTENTS; i++) {
            Content content = content();
            Integer wrong =
                    inspection.wrongs() == 0 || random.nextInt(3) > 0 ? null : random.nextInt(inspection.wrongs());
            List<ConsumerScenario> around = new ArrayList<>(ScenarioPlan.around(content, wrong, inspection));
            Collections.shuffle(around, random);
            drawn.addAll(around.subList(0, Math.min(OF_A_CONTENT, around.size())));
        }
        return drawn;
    }

    /** Hears what came of a scenario. */
    void heard(ConsumerScenario scenario, ConsumerTranscript transcript) {
        if (!transcript.references().isEmpty()
                && kept.size() < MOST_KEPT
                && answers.add(kind(transcript.references().get(0)))) {
            kept.add(scenario.content().bytes());
        }
    }

    /** Exceptions by their words, in which numbers differ too often; results by their type. */
    private static String kind(Outcome outcome) {
        return outcome.raised() == null
                ? "returned " + outcome.value().path(0).asText()
                : outcome.raised() + " " + String.valueOf(outcome.message()).replaceAll("[0-9]+", "N");
    }

    private Content content() {
        byte[] bytes = kept.get(random.nextInt(kept.size()));
        for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
            bytes = changed(bytes);
        }
        return Content.of(HexFormat.of().formatHex(bytes));
    }

    private byte[] changed(byte[] bytes) {
        switch (random.nextInt(6)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            }
            case 1 -> {
                byte[] longer = Arrays.copyOf(bytes, Math.min(LONGEST, bytes.length + 1 + random.nextInt(MANY)));
                for (int i = bytes.length; i < longer.length; i++) {
                    longer[i] = (byte) random.nextInt();
                }
                return longer;
            }
            case 2 -> {
                byte[] other = kept.get(random.nextInt(kept.size()));
                byte[] both = Arrays.copyOf(bytes, Math.min(LONGEST, bytes.length + other.length));
                System.arraycopy(other, 0, both, bytes.length, both.length - bytes.length);
                return both;
            }
            case 3 -> {
                // about a power of two: where tables and blocks end
                int length = Math.max(0, (1 << random.nextInt(15)) - 1 + random.nextInt(3));
                return Arrays.copyOf(bytes, length);
            }
            default -> {
                byte[] other = bytes.clone();
                for (int i = 0; i < other.length && i < 3; i++) {
                    int place = random.nextInt(other.length);
                    other[place] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (other[place] ^ 1 << i);
                }
                return other;
            }
        }
    }
}
