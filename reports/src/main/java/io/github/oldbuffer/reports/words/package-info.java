/** Sentences about results that several forms of report share. */
package io.github.oldbuffer.reports.words;
