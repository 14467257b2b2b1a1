/** {@code summary.md}: results for a pull request or the summary of a job. */
package io.github.oldbuffer.reports.markdown;
