/** Results of several runs made into one. */
package io.github.oldbuffer.reports.merge;
