/** The packed form of scenarios and transcripts, byte by byte as {@code spec/packed-form.md} describes it. */
package io.github.oldbuffer.spec.packed;
