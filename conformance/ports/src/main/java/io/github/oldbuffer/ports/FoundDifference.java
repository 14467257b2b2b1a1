package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.compare.Difference;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;

/**
 * A difference between a port and CPython's own functions.
 *
 * @param witness the smallest scenario found that shows it
 * @param port what the port did with it
 * @param reference what CPython's own functions did
 */
public record FoundDifference(Difference difference, Scenario witness, Transcript port, Transcript reference) {}
