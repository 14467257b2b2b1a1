/** Rules of the clauses about consumers, a file each: scenario and transcript in, verdict out. */
package io.github.oldbuffer.spec.consumer.judge;
