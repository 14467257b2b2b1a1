package io.github.oldbuffer.reports.results;

import io.github.oldbuffer.spec.implementation.Identity;

/**
 * How a difference shows.
 *
 * @param other what the implementation was held against
 * @param reason what each of the two did with the witness
 * @param evidence the witness step by step; in place of the model's part what the other did
 */
public record Shown(Identity other, String reason, Evidence evidence) {}
