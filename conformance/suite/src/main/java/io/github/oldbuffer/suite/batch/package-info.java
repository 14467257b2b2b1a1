/** Scenarios in batches: generated, run and judged at the same time, where speed is what matters. */
package io.github.oldbuffer.suite.batch;
