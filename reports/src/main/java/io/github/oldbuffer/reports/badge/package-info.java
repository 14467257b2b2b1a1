/** {@code badge.json}: the answer as a badge. */
package io.github.oldbuffer.reports.badge;
