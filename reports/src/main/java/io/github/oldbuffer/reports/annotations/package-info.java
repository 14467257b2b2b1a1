/** {@code annotations.txt}: new findings as a job of GitHub's annotates lines with them. */
package io.github.oldbuffer.reports.annotations;
