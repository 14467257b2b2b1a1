/** Stored results over versions and time. */
package io.github.oldbuffer.reports.trend;
