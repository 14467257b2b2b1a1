/** Transcripts: what an implementation did with a scenario, step by step, as data. */
package io.github.oldbuffer.spec.transcript;
