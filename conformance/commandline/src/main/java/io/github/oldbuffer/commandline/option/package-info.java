/** Options that several commands share, each declared once. */
package io.github.oldbuffer.commandline.option;
