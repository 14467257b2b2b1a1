package io.github.oldbuffer.ports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which sanitizers watch a port, and what they have said so far. Not a value: it collects.
 *
 * <p>A report ends the process: the death that a transcript tells of is named after what the report found, and so leads
 * back to it.
 */
public final class Sanitizers {

    private static final List<String> KNOWN = List.of("address", "undefined");

    private final List<String> names;
    private final Map<String, String> reports = new ConcurrentHashMap<>();
    private final AtomicReference<String> latest = new AtomicReference<>();

    /**
     * @param names some of {@code address} and {@code undefined}, with commas between them; may be empty
     * @throws IllegalArgumentException for another one
     */
    public Sanitizers(String names) {
        this.names = names.isBlank() ? List.of() : List.of(names.strip().split("\\s*,\\s*"));
        for (String name : this.names) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("--sanitize knows address and undefined, and no '" + name + "'");
            }
        }
    }

    /** Whether there is any. */
    public boolean any() {
        return !names.isEmpty();
    }

    /** For the compiler, of the port and of what loads it. */
    public List<String> flags() {
        return names.isEmpty()
                ? List.of()
                : List.of(
                        "-fsanitize=" + String.join(",", names),
                        "-fno-sanitize-recover=all",
                        "-fno-omit-frame-pointer",
                        "-g");
    }

    /** What they said about deaths of this name. */
    public Optional<String> report(String death) {
        return Optional.ofNullable(reports.get(death));
    }

    void add(String death, String report) {
        reports.putIfAbsent(death, report);
        latest.set(report);
    }

    /** What they said last, which is forgotten. */
    Optional<String> next() {
        return Optional.ofNullable(latest.getAndSet(null));
    }

    /** Keeps what a process said that died of something else, such as why it could not start. */
    void lastWords(String text) {
        reports.put("", text.strip());
    }

    /** The last line of what such a process said, or an empty text. */
    String lastWords() {
        return reports.getOrDefault("", "").lines().reduce("", (before, line) -> line);
    }
}
