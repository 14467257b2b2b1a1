package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * A scenario with the facts of its steps, which whoever drafted it has at hand.
 *
 * @param facts as {@link io.github.oldbuffer.spec.facts.Facts#of(Scenario)} tells them
 * @param inPlaceOf the scenario that others get, where the implementation does not have what that one needs
 */
public record Drafted(Scenario scenario, List<Fact> facts, Optional<Scenario> inPlaceOf) {}
