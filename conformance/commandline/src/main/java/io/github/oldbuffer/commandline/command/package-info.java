/** The commands: what each is asked, and how it is carried out. */
package io.github.oldbuffer.commandline.command;
