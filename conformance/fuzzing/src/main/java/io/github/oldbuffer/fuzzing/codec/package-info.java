/** Scenarios as bytes that a fuzzer can change: every input is a scenario, close inputs are close scenarios. */
package io.github.oldbuffer.fuzzing.codec;
