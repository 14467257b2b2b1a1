/**
 * Facts: what a scenario alone says about each of its steps, before any implementation has run it.
 *
 * <p>The judge holds transcripts against facts; the validator refuses scenarios whose facts make no sense.
 */
package io.github.oldbuffer.spec.facts;
