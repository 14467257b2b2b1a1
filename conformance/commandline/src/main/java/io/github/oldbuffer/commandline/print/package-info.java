/** What is printed: tables, lines and progress. */
package io.github.oldbuffer.commandline.print;
