package io.github.oldbuffer.spec.transcript;

/**
 * An exception that was set.
 *
 * @param type name of its Python type
 * @param typeError whether it is a TypeError or derived from it
 * @param message its text, cut after 200 bytes; reference level
 */
public record Raised(String type, boolean typeError, String message) {}
