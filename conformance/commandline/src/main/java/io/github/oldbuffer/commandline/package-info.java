/** The command line: {@code ./conform}, what its commands share, and how they end. */
package io.github.oldbuffer.commandline;
