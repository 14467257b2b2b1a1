/** Finding in a source tree what took the place of the four functions. */
package io.github.oldbuffer.ports.tree;
