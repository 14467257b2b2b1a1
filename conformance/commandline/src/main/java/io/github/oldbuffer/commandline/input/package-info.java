/** What the user gives: files, patterns, durations, seeds. */
package io.github.oldbuffer.commandline.input;
