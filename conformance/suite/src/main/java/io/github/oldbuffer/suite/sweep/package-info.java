/** Sweeps: every scenario up to a bound, none left out, and none of it left to chance. */
package io.github.oldbuffer.suite.sweep;
