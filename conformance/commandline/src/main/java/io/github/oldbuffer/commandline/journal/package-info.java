/** The journal of a run: what it found so far, in a file that survives the run's sudden end. */
package io.github.oldbuffer.commandline.journal;
