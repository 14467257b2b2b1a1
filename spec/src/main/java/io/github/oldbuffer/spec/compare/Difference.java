package io.github.oldbuffer.spec.compare;

/**
 * Something that two implementations did otherwise.
 *
 * @param symptom in words that are the same wherever the same thing differs, without a detail of the scenario
 * @param step index of the step
 * @param reason what each of the two did, in this scenario
 */
public record Difference(String symptom, int step, String reason) {}
