/** Scenarios and transcripts in words, one line a step, for people who read replays and reports. */
package io.github.oldbuffer.spec.text;
