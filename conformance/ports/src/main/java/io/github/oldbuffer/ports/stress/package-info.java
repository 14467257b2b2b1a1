/** What only shows over time: memory that grows, objects that are never collected, threads. */
package io.github.oldbuffer.ports.stress;
