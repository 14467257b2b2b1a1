/** {@code codequality.json}: new findings as GitLab shows them in a merge request. */
package io.github.oldbuffer.reports.codequality;
