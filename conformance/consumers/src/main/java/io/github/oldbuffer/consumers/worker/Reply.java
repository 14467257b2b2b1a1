package io.github.oldbuffer.consumers.worker;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came of a question.
 *
 * @param answer {@code null} where the process died
 * @param death such as {@code CRASHED (SIGSEGV)}; {@code null} where it did not
 * @param phase what was under way when it died, in the driver's words
 */
public record Reply(JsonNode answer, String death, String phase) {}
