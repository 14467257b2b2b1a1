/**
 * Judges Python-level functions that take memory.
 *
 * <p>Their scenarios and transcripts are not those of the four functions, and so the way from scenarios to findings is one
 * of its own; what is found is the same {@code Finding}, in the same {@code Run}, and goes the same way from there on.
 */
package io.github.oldbuffer.consumers;
