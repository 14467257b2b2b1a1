/** Running packed batches of scenarios on a host of the C probe, and compiling that probe. */
package io.github.oldbuffer.probe;
