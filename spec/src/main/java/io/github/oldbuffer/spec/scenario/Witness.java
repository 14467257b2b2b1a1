package io.github.oldbuffer.spec.scenario;

/** What shows a finding as data: a {@link Scenario} of the four functions, or a scenario of a consumer. */
public interface Witness {}
