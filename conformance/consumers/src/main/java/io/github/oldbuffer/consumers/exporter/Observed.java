package io.github.oldbuffer.consumers.exporter;

import java.util.List;

/**
 * All that was seen of an object.
 *
 * @param type its name
 * @param python the version of the interpreter
 * @param counts whether the interpreter counts references
 * @param references by how many they grew over all requests, each released
 * @param died how the process ended before it was done, or {@code null}
 * @param asking the flags of the request that it died in; -1: none
 */
record Observed(
        String type,
        String python,
        List<Answer> answers,
        boolean counts,
        long references,
        List<Change> changes,
        String died,
        int asking) {
    Observed {
        answers = List.copyOf(answers);
        changes = List.copyOf(changes);
    }

    List<Answer> granted() {
        return answers.stream().filter(Answer::granted).toList();
    }
}
