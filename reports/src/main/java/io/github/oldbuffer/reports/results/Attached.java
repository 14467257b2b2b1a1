package io.github.oldbuffer.reports.results;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts that belong to a witness, such as programs that show the finding without the kit.
 *
 * @param texts by the name of the file that lies beside the witness, such as {@code repro.c}
 */
public record Attached(Map<String, String> texts) {
    public Attached {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }
}
