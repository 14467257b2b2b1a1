/** The command line: {@code ./conform} and its subcommands; effects live here and in what it calls last. */
package io.github.oldbuffer.commandline;
