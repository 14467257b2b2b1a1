package io.github.oldbuffer.spec.results;

/**
 * What several findings of a run have in common, as far as the kit can tell.
 *
 * @param id lower-case letters, digits and hyphens; the name of the folder that its findings are in
 * @param title one line for people
 */
public record Cause(String id, String title) {}
