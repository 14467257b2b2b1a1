/** {@code results.json}: results as a file that machines read, strictly and within bounds. */
package io.github.oldbuffer.reports.json;
