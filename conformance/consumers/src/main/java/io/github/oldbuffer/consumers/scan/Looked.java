package io.github.oldbuffer.consumers.scan;

import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.worker.Call;
import java.util.List;
import java.util.Map;

/**
 * What was found of one function.
 *
 * @param target its name, as an expression
 * @param calls of it that take memory
 * @param judgements one for each call, in the same order; empty where nothing was to be judged
 * @param leftOut what was not called, with the reason
 */
public record Looked(String target, List<Call> calls, List<Judgement> judgements, Map<String, String> leftOut) {
    public Looked {
        calls = List.copyOf(calls);
        judgements = List.copyOf(judgements);
        leftOut = Map.copyOf(leftOut);
    }
}
