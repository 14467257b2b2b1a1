package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.transcript.Sample;
import java.util.HashMap;
import java.util.Map;

/**
 * The bytes of the memory that an object stands on, at one moment of a scenario; immutable.
 *
 * @param seed of the pattern laid down when the object was made
 * @param made length in bytes when it was made
 * @param kept how many bytes of the pattern no resize has cut away; bytes behind them are zero
 * @param changes bytes changed since, by offset
 */
record Contents(int seed, long made, long kept, Map<Long, Integer> changes) {

    static Contents of(long length, int seed) {
        return new Contents(seed, length, length, Map.of());
    }

    /** Of which a sample is known and no more. */
    static Contents of(long length, Sample sample) {
        Map<Long, Integer> known = new HashMap<>();
        for (int i = 0; i < sample.size(); i++) {
            known.put(Sample.offset(length, i), sample.at(i));
        }
        return new Contents(0, length, 0, Map.copyOf(known));
    }

    int at(long offset) {
        if (!changes.isEmpty()) {
            Integer changed = changes.get(offset);
            if (changed != null) {
                return changed;
            }
        }
        return offset < kept ? Pattern.at(seed, made, offset) : 0;
    }

    Contents changed(long offset, int value) {
        Map<Long, Integer> more = new HashMap<>(changes);
        more.put(offset, value);
        return new Contents(seed, made, kept, Map.copyOf(more));
    }

    Contents resized(long length) {
        Map<Long, Integer> fewer = new HashMap<>(changes);
        fewer.keySet().removeIf(offset -> offset >= length);
        return new Contents(seed, made, Math.min(kept, length), Map.copyOf(fewer));
    }

    Sample sample(long start, long length) {
        return Sample.take(length, i -> at(start + i));
    }
}
