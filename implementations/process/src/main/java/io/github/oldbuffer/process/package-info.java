/** Hosts in a process of their own, whose death is a verdict on one scenario and no more. */
package io.github.oldbuffer.process;
