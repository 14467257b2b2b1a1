/** What became different from one report to the next. */
package io.github.oldbuffer.reports.compare;
