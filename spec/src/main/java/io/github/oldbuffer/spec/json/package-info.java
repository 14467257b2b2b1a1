/**
 * Scenarios and transcripts as JSON, for people to read and write.
 *
 * <p>What a person would leave out is left out: fields that have their default value. Reading is strict all the same:
 * unknown fields, wrong types and values out of range are refused with one sentence that names the place.
 */
package io.github.oldbuffer.spec.json;
