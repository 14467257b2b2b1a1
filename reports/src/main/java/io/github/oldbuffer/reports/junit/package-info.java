/** {@code junit.xml}: results as continuous-integration services show tests. */
package io.github.oldbuffer.reports.junit;
