package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.Inspection;
import io.github.oldbuffer.consumers.worker.Ordinary;
import io.github.oldbuffer.consumers.worker.OrdinaryCalls;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Outcome;
import io.github.oldbuffer.spec.consumer.Nature;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells deaths that the memory is to blame for from those of a call that dies whatever it gets, since its other arguments, which are
 * guessed, are not what it needs. Where bytes are refused before they matter, only other objects come as far as that.
 */
final class OtherCauses {

    private static final String NOT_IMPLEMENTED = "[\"constant\",\"NotImplemented\"]";

    /** What stands for "nothing is wrong" among numbers of what is. */
    private static final int NOTHING = -1;

    private final Set<Integer> answered = new HashSet<>();
    private final Map<Integer, Ordinary> ordinary = new HashMap<>();

    /** Hears what came of a scenario. */
    void heard(ConsumerScenario scenario, ConsumerTranscript transcript) {
        Nature nature = scenario.offered().nature();
        boolean offers = nature != Nature.NOTHING && nature != Nature.REFUSING;
        boolean result = transcript.references().stream().anyMatch(OtherCauses::gaveResult)
                || offers && transcript.answer() != null && gaveResult(transcript.answer());
        if (result && scenario.content().length() > 0) {
            answered.add(path(scenario));
        }
    }

    private static boolean gaveResult(Outcome outcome) {
        return outcome.value() != null && !outcome.value().toString().equals(NOT_IMPLEMENTED);
    }

    private static int path(ConsumerScenario scenario) {
        return Objects.requireNonNullElse(scenario.wrong(), NOTHING);
    }

    /**
     * What ended the process beside the object of a scenario that did; empty where the object is to blame. It is not where bytes of the
     * same content, or a list of the same items, which has no memory, end the process as well; nor where the call has other arguments,
     * gives no result of anything, and ordinary objects end the process.
     */
    Optional<Ordinary> of(Caller caller, Call call, Inspection inspection, ConsumerScenario scenario)
            throws CallException, IOException {
        OrdinaryCalls calls = new OrdinaryCalls(caller);
        Ordinary same = calls.ofTheSame(call, scenario);
        boolean offers = scenario.offered().nature() != Nature.NOTHING;
        if (same.deadly().stream().anyMatch(each -> offers || each.startsWith("bytes"))) {
            return Optional.of(same);
        }
        boolean others = inspection.others() > 0 || !inspection.receiver().isEmpty();
        int path = path(scenario);
        if (!others || answered.contains(path)) {
            return Optional.empty();
        }
        if (!ordinary.containsKey(path)) {
            ordinary.put(path, calls.untilResult(call, scenario));
        }
        Ordinary made = ordinary.get(path);
        return made.result() == null && !made.deadly().isEmpty() ? Optional.of(made) : Optional.empty();
    }
}
