/** Judges the type of an object as an exporter of the new protocol: what it answers requests with, and what it lets happen meanwhile. */
package io.github.oldbuffer.consumers.exporter;
