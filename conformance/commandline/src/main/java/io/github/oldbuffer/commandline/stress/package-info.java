/** The command that judges what only shows over time. */
package io.github.oldbuffer.commandline.stress;
