/** Where in a port's source a search for a fault may begin. */
package io.github.oldbuffer.ports.place;
