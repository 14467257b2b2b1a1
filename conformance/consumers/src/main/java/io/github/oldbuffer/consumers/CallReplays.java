package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.Replays;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of the witnesses on file about a call.
 *
 * @param replayed every entry about the call
 * @param stale those of them whose witness does not show what they tell of
 * @param findings what the others show
 */
record CallReplays(List<Replayed> replayed, List<KnownDeviation> stale, List<Finding> findings) {

    static CallReplays of(Caller caller, Call call, KnownDeviations applying) throws CallException, IOException {
        List<Replayed> replayed = new ArrayList<>();
        List<KnownDeviation> stale = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (KnownDeviation entry : applying.entries()) {
            if (entry.function().equals(call.expression()) && entry.witness() instanceof ConsumerScenario witness) {
                ConsumerTranscript transcript =
                        caller.run(call, List.of(witness)).get(0);
                Optional<Finding> shown = ConsumerFindings.of(call, witness, transcript).stream()
                        .filter(entry::covers)
                        .findFirst();
                shown.ifPresentOrElse(findings::add, () -> stale.add(entry));
                replayed.add(new Replayed(
                        entry.function(),
                        entry.clause().orElse(null),
                        entry.symptoms(),
                        Replays.digest(witness),
                        shown.isEmpty()));
            }
        }
        return new CallReplays(replayed, stale, findings);
    }

    /** The entries that still excuse what they tell of. */
    KnownDeviations excusing(KnownDeviations applying) {
        return new KnownDeviations(applying.entries().stream()
                .filter(entry -> !stale.contains(entry))
                .toList());
    }

    /** Other findings, and those of entries that they have not. */
    List<Finding> beside(List<Finding> others) {
        List<Finding> all = new ArrayList<>(others);
        findings.stream()
                .filter(finding ->
                        others.stream().noneMatch(other -> other.key().equals(finding.key())))
                .forEach(all::add);
        return all;
    }
}
