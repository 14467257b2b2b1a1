package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;

/** A scenario that kills a port and not CPython. */
record FoundDeath(String symptom, Scenario witness, Transcript transcript, Outcome.Died died) {}
