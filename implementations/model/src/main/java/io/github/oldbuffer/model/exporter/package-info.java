/** The objects that scenarios make, each granting and refusing buffers as CPython's own type does. */
package io.github.oldbuffer.model.exporter;
