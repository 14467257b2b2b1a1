/** The gate: results in, a decision that machines obey and its reasons out. */
package io.github.oldbuffer.reports.gate;
