package io.github.oldbuffer.spec.implementation;

/**
 * Which implementation it is.
 *
 * @param id the word on the command line, such as {@code cpython} or {@code cpython:/path/to/python3}
 * @param name for people, such as {@code CPython}
 * @param version such as {@code 3.14.3}; known deviations are filed by version ranges
 */
public record Identity(String id, String name, String version) {}
