package io.github.oldbuffer.ports.reproduce;

/**
 * What a program looks at in one step.
 *
 * @param expected the text that is right
 * @param observed the text that was seen
 */
record Check(int step, Aspect aspect, String expected, String observed) {}
