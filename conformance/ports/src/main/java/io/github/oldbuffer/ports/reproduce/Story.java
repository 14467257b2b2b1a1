package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * What a program is to show.
 *
 * @param title the clause and the symptom
 * @param sentences what is asked and what happens
 * @param checks what tells wrong from right; empty for a death
 * @param death in a few words, where the scenario kills the process
 */
record Story(String title, List<String> sentences, Scenario scenario, List<Check> checks, Optional<String> death) {
    Story {
        sentences = List.copyOf(sentences);
        checks = List.copyOf(checks);
    }

    List<Check> of(int step) {
        return checks.stream().filter(check -> check.step() == step).toList();
    }
}
