/** What an engine for fuzzing on many machines, ClusterFuzz, needs of the kit: a folder that runs wherever it lies. */
package io.github.oldbuffer.fuzzing.engine;
