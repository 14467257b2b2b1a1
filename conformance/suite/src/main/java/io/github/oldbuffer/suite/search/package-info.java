/**
 * The one way from scenarios to findings: batches are run, examined and counted; what was seen is held against what is
 * on file, reduced, and grouped by cause.
 */
package io.github.oldbuffer.suite.search;
