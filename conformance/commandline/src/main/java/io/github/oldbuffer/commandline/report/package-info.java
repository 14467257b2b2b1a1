/** What assembles results and reports out of what was found. */
package io.github.oldbuffer.commandline.report;
