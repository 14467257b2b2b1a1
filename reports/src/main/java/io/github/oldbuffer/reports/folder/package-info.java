/** The folder that a run leaves behind: results, the reports made from them, and a witness for each deviation. */
package io.github.oldbuffer.reports.folder;
