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
        boolean result = transcript.references().stream().anyMatch(OtherCauses::gaveResult)
                || offers(scenario) && transcript.answer() != null && gaveResult(transcript.answer());
        if (result && scenario.content().length() > 0) {
            answered.add(path(scenario));
        }
    }

    private static boolean offers(ConsumerScenario scenario) {
        Nature nature = scenario.offered().nature();
        return nature != Nature.NOTHING && nature != Nature.REFUSING;
    }

    private static boolean gaveResult(Outcome outcome) {
        return outcome.value() != null && !outcome.value().toString().equals(NOT_IMPLEMENTED);
    }

    private static int path(ConsumerScenario scenario) {
        return Objects.requireNonNullElse(scenario.wrong(), NOTHING);
    }

    private static boolean isNumber(String object) {
        return object.startsWith(OrdinaryCalls.NUMBER);
    }

    /** Whether a call is of use: it dies of numbers, and not of whatever it gets. */
    static boolean ofNumbers(Ordinary made) {
        return made.deadly().stream().allMatch(OtherCauses::isNumber);
    }

    /**
     * What ended the process beside the object of a scenario that did; empty where the object is to blame. It is not where bytes of the
     * same content end the process as well, or where these give no result and a list of the same items does, which has no memory, or a
     * bytearray as long as no memory gives a result; nor is a number where memory of that without dimensions ends it as well, since a
     * number is such an array to functions on arrays; nor where the call has other arguments, gives no result of anything, and ordinary
     * objects end the process.
     */
    Optional<Ordinary> of(Caller caller, Call call, Inspection inspection, ConsumerScenario scenario)
            throws CallException, IOException {
        OrdinaryCalls calls = new OrdinaryCalls(caller);
        Ordinary same = calls.ofTheSame(call, scenario);
        if (same.deadly().stream().anyMatch(OtherCauses::isNumber)) {
            return Optional.of(same.only(OrdinaryCalls.NUMBER));
        }
        // a list fares as what refuses its memory
        boolean unlikeLists = offers(scenario) && same.result() == null;
        int path = path(scenario);
        boolean unlikeBytearrays = unlikeLists && !answered.contains(path);
        if (same.deadly().stream()
                .anyMatch(each -> each.startsWith(OrdinaryCalls.BYTES)
                        || (each.startsWith(OrdinaryCalls.BYTEARRAY) ? unlikeBytearrays : unlikeLists))) {
            return Optional.of(same);
        }
        boolean others = inspection.others() > 0 || !inspection.receiver().isEmpty();
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
