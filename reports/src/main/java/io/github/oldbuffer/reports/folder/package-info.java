/** The folder that a run leaves behind: results, the reports made from them, and a folder for each finding. */
package io.github.oldbuffer.reports.folder;
