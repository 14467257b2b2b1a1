/**
 * What scenarios and transcripts look like: each part is described here, once, for all its written forms, in the terms of
 * {@link io.github.oldbuffer.spec.shape}.
 *
 * <p>A scenario is a list of {@link io.github.oldbuffer.spec.schema.StepShape}, some of which make an object out of an {@link
 * io.github.oldbuffer.spec.schema.ExporterShape}; a transcript is a list of {@link io.github.oldbuffer.spec.schema.EventShape}
 * and an {@link io.github.oldbuffer.spec.schema.OutcomeShape}. The others are parts of these, named after what they describe.
 */
package io.github.oldbuffer.spec.schema;
