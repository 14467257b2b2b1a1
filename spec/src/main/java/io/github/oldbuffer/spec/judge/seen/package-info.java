/** What rules look at: the calls and requests of a scenario, with what came of them. */
package io.github.oldbuffer.spec.judge.seen;
