package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.WitnessForm;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Witness;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of the witnesses on file.
 *
 * @param replayed every entry whose witness was run; what the implementation does not support was not
 * @param stale those of them whose witness does not show what they tell of
 * @param findings what the entries are about, with the witness on file, each known; and deaths that are not the ones on
 *     file, which are findings of their own
 */
public record Replays(List<Replayed> replayed, List<KnownDeviation> stale, List<Finding> findings) {

    /** Where nothing was replayed. */
    public static final Replays NOTHING = new Replays(List.of(), List.of(), List.of());

    private static final int DIGITS = 16;

    public Replays {
        replayed = List.copyOf(replayed);
        stale = List.copyOf(stale);
        findings = List.copyOf(findings);
    }

    /**
     * Replays the witness of each entry.
     *
     * @throws BrokenImplementationException where the implementation cannot be used any more
     */
    public static Replays of(Examiner examiner, KnownDeviations known) {
        List<Replayed> replayed = new ArrayList<>();
        List<KnownDeviation> stale = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> hangs = new HashMap<>();
        for (KnownDeviation entry : known.entries()) {
            if (!(entry.witness() instanceof Scenario witness)) {
                continue; // of a consumer, which runs elsewhere
            }
            if (hangs.getOrDefault(entry.function(), 0) >= DeathBudget.ENOUGH_HANGS) {
                continue; // nothing is said of what was not replayed
            }
            Ran ran = examiner.run(List.of(witness)).get(0);
            if (Ran.unsupported(ran.transcript())) {
                continue; // it was not replayed either
            }
            if (ran.transcript().outcome() instanceof Outcome.Died died && died.death() == Outcome.Death.TIMED_OUT) {
                hangs.merge(entry.function(), 1, Integer::sum);
            }
            List<Finding> shown = examiner.findings(new Try(entry.clause().orElse(""), witness), ran);
            Optional<Finding> same = shown.stream().filter(entry::covers).findFirst();
            same.map(finding -> finding.withFiled(entry.filed()))
                    .or(() -> shown.stream()
                            .filter(finding -> finding.kind() == Kind.DEATH
                                    && known.find(finding).isEmpty())
                            .findFirst())
                    .ifPresent(findings::add);
            if (same.isEmpty()) {
                stale.add(entry);
            }
            replayed.add(new Replayed(
                    entry.function(),
                    entry.clause().orElse(null),
                    entry.symptoms(),
                    digest(entry.witness()),
                    same.isEmpty()));
        }
        return new Replays(replayed, stale, findings);
    }

    /** The entries that still excuse what they tell of: those that are not stale. */
    public KnownDeviations excusing(KnownDeviations known) {
        return new KnownDeviations(
                known.entries().stream().filter(entry -> !stale.contains(entry)).toList());
    }

    /** Tells one witness from another. */
    public static String digest(Witness witness) {
        byte[] text = WitnessForm.toTree(witness).toString().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
