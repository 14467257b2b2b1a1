package io.github.oldbuffer.fuzzing.engine;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.fuzzing.targets.FuzzTarget;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that inputs of a target are made of, as libFuzzer reads them: a line for each, in quotes.
 *
 * <p>A step is a word, whichever way it is written; of JSON, each name and each text is one. The shortest words are
 * kept: they fit in most places.
 */
final class Dictionary {

    /** Longer words are worth little, and libFuzzer takes none above 64 bytes. */
    private static final int LONGEST = 32;

    private static final int MOST = 256;
    private static final int ROOM = 1_024;
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");

    private Dictionary() {}

    /**
     * The lines.
     *
     * @param scenarios inputs that stand for scenarios
     * @param seeds of the target
     */
    static String of(FuzzTarget target, List<byte[]> scenarios, List<byte[]> seeds) {
        Set<String> words = switch (target) {
            case CONTRACT, DIFFERENTIAL, ROUNDTRIP -> steps(scenarios, FuzzCodec::encode);
            case PROBE -> steps(scenarios, scenario -> Optional.of(packed(scenario)));
            case PROTOCOL -> texts(seeds);
            case EMPTY -> Set.of();
        };
        return words.stream()
                .sorted(Comparator.comparingInt(String::length))
                .limit(MOST)
                .map(word -> word + "\n")
                .collect(Collectors.joining());
    }

    /** The bytes by which each step makes what is written longer. */
    private static Set<String> steps(List<byte[]> inputs, Function<Scenario, Optional<byte[]>> write) {
        Set<String> words = new LinkedHashSet<>();
        for (byte[] input : inputs) {
            Scenario scenario = FuzzCodec.decode(input).orElseThrow();
            int before = write.apply(new Scenario(List.of()))
                    .map(bytes -> bytes.length)
                    .orElse(1);
            for (int i = 1; i <= scenario.steps().size(); i++) {
                Optional<byte[]> written =
                        write.apply(new Scenario(scenario.steps().subList(0, i)));
                if (written.isEmpty()) {
                    break;
                }
                add(words, Arrays.copyOfRange(written.get(), before, written.get().length));
                before = written.get().length;
            }
        }
        return words;
    }

    private static Set<String> texts(List<byte[]> seeds) {
        Set<String> words = new LinkedHashSet<>();
        for (byte[] seed : seeds) {
            TEXT.matcher(new String(seed, StandardCharsets.UTF_8))
                    .results()
                    .forEach(text -> add(words, text.group().getBytes(StandardCharsets.UTF_8)));
        }
        return words;
    }

    private static void add(Set<String> words, byte[] word) {
        if (word.length <= LONGEST) {
            words.add(quoted(word));
        }
    }

    private static String quoted(byte[] word) {
        StringBuilder text = new StringBuilder("\"");
        for (byte each : word) {
            boolean plain = each > ' ' && each < 0x7F && each != '"' && each != '\\';
            text.append(plain ? String.valueOf((char) each) : String.format("\\x%02X", each & 0xFF));
        }
        return text.append('"').toString();
    }

    private static byte[] packed(Scenario scenario) {
        ByteBuffer packed = PackedScenarios.encode(List.of(scenario), ByteBuffer.allocate(ROOM));
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        return bytes;
    }
}
