/** {@code results.sarif}: deviations as code-scanning services show them. */
package io.github.oldbuffer.reports.sarif;
