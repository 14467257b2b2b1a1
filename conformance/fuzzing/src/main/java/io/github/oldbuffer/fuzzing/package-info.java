/** Fuzzing: inputs of a fuzzer become scenarios, which are judged like any others. */
package io.github.oldbuffer.fuzzing;
