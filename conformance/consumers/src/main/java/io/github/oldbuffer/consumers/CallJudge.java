package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.reproduce.ProgramTrial;
import io.github.oldbuffer.consumers.reproduce.ReproProgram;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.Inspection;
import io.github.oldbuffer.consumers.worker.Ordinary;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.Content;
import io.github.oldbuffer.spec.consumer.judge.ConsumerJudge;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.FindingIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a function: draws scenarios, runs them, keeps the smallest witness of each finding, and runs that again.
 *
 * @param seed of what is drawn
 * @param large whether memory beyond 4 GiB is offered
 * @param known entries on file that count
 */
public record CallJudge(Caller caller, long seed, boolean large, KnownDeviations known) {

    /** A function that kills this many processes is not run any further. */
    private static final int MOST_DEATHS = 8;

    /** Who does not come back costs more time than who dies. */
    private static final int DEATHS_OF_A_WAIT = 4;

    /** With bytes alone: of some contents, and not of others, is no reason to stop. */
    private static final int MOST_DEATHS_OF_BYTES = 24;

    private static final int BATCH = 32;

    /** Says whether a search goes on. */
    @FunctionalInterface
    public interface Longer {

        /** Never. */
        Longer NOT = (scenarios, found) -> false;

        /** @param found so far, not confirmed yet */
        boolean after(long scenarios, Collection<Finding> found);
    }

    /** What scenarios said, clause by clause. */
    private static final class Seen {
        private final Map<String, Long> exercised = new LinkedHashMap<>();
        private final Map<Finding.Key, Finding> findings = new LinkedHashMap<>();
        private final Map<Finding.Key, ConsumerScenario> witnesses = new LinkedHashMap<>();
        private final Set<Finding.Key> deadly = new HashSet<>();
        private final OtherCauses causes = new OtherCauses();
        private long ran;
        private long unsupported;
        private int deaths;
        private int deathsOfBytes;
        private int unlike;
        private String useless; // why the call says nothing of what it is given

        private boolean stopped() {
            return deaths >= MOST_DEATHS || deathsOfBytes >= MOST_DEATHS_OF_BYTES;
        }
    }

    /**
     * Judges.
     *
     * @throws CallException where the call is none, does not run, or takes no memory
     */
    public Judgement judge(Call call) throws CallException, IOException {
        return search(call, Longer.NOT);
    }

    /** Judges, and then draws further scenarios for as long as it may; otherwise as {@link #judge(Call)}. */
    public Judgement search(Call call, Longer longer) throws CallException, IOException {
        List<Content> contents = Contents.of(seed);
        Inspection inspection = caller.inspect(call, contents);
        if (!inspection.asked()) {
            throw CallException.unusable(call.expression() + " never asks for the memory of what it is given");
        }
        return judge(call, contents, inspection, longer);
    }

    /** Judges a function of which it is known what it is like. */
    private Judgement judge(Call call, List<Content> contents, Inspection inspection, Longer longer)
            throws CallException, IOException {
        List<ConsumerScenario> scenarios = ScenarioPlan.of(contents, inspection, large);
        ScenarioDraw draw = new ScenarioDraw(inspection, contents, seed);
        Seen seen = new Seen();
        for (int from = 0; from < scenarios.size() && !seen.stopped(); from += BATCH) {
            List<ConsumerScenario> batch = scenarios.subList(from, Math.min(from + BATCH, scenarios.size()));
            look(call, batch, seen, draw);
        }
        while (!seen.stopped() && longer.after(seen.ran, seen.findings.values())) {
            look(call, draw.next(), seen, draw);
        }
        if (seen.unlike > 0 || inspection.numbers()) {
            // small bytes objects are shared, and so may give the same result where larger ones do not
            seen.findings.keySet().removeIf(key -> ConsumerJudge.compares(key.symptom()));
        }
        if (seen.unsupported == seen.ran) {
            throw CallException.unusable(call.expression() + " ends the process with bytes as well");
        }
        Set<String> elsewhere = deathsOfAnything(call, inspection, seen);
        List<Finding> lost = new ArrayList<>();
        List<Finding> confirmed = confirmed(call, seen, lost);
        Identity identity = identity(call, inspection);
        KnownDeviations applying = known.of(identity);
        CallReplays replays = CallReplays.of(caller, call, applying);
        if (seen.useless != null && confirmed.isEmpty() && replays.replayed().isEmpty()) {
            throw CallException.unusable(seen.useless);
        }
        applying = replays.excusing(applying);
        KnownDeviations excusing = applying;
        List<Finding> shown = proven(withPrograms(replays.beside(confirmed), call, inspection), lost);
        List<Finding> filed = shown.stream()
                .map(finding -> finding.withFiled(
                        excusing.find(finding).map(KnownDeviation::filed).orElse(null)))
                .toList();
        List<Finding> named = FindingIds.named(identity, Causes.grouped(filed, CallJudge::together));
        ClauseVerdicts verdicts = new ClauseVerdicts(inspection, large, seen.unlike > 0, seen.stopped());
        Run run = new Run(
                identity,
                seen.ran,
                seen.unsupported,
                verdicts.of(seen.exercised, named, deaths(named)),
                named,
                replays.replayed(),
                null,
                null,
                null);
        return new Judgement(run, lost, notes(call, seen, elsewhere));
    }

    private void look(Call call, List<ConsumerScenario> batch, Seen seen, ScenarioDraw draw)
            throws CallException, IOException {
        List<ConsumerTranscript> transcripts = caller.run(call, batch);
        for (int i = 0; i < batch.size(); i++) {
            look(call, batch.get(i), transcripts.get(i), seen);
            draw.heard(batch.get(i), transcripts.get(i));
        }
    }

    private static void look(Call call, ConsumerScenario scenario, ConsumerTranscript transcript, Seen seen) {
        seen.ran++;
        if (transcript.unsupported() != null) {
            seen.unsupported++;
            if (transcript.unsupported().startsWith(Caller.ENDED)
                    || transcript.unsupported().startsWith(Caller.UNASKED)) {
                seen.deathsOfBytes += transcript.unsupported().contains(Caller.TIMED_OUT) ? DEATHS_OF_A_WAIT : 1;
            }
            return;
        }
        if (transcript.death() != null) {
            seen.deaths += transcript.death().startsWith("TIMED_OUT") ? DEATHS_OF_A_WAIT : 1;
        }
        if (transcript.references().stream()
                        .map(outcome -> outcome.value())
                        .distinct()
                        .count()
                > 1) {
            seen.unlike++;
        }
        for (Map.Entry<String, Verdict> verdict :
                ConsumerJudge.judge(scenario, transcript).entrySet()) {
            seen.exercised.merge(verdict.getKey(), 1L, Long::sum);
        }
        seen.causes.heard(scenario, transcript);
        for (Finding finding : ConsumerFindings.of(call, scenario, transcript)) {
            seen.findings.putIfAbsent(finding.key(), finding);
            seen.witnesses.putIfAbsent(finding.key(), scenario);
            if (transcript.death() != null && transcript.fault() == null) {
                seen.deadly.add(finding.key());
            }
        }
    }

    /** Takes out of what was seen the deaths of a call that dies whatever it gets, or whatever has no dimensions; sentences that tell so. */
    private Set<String> deathsOfAnything(Call call, Inspection inspection, Seen seen)
            throws CallException, IOException {
        Set<String> said = new LinkedHashSet<>();
        for (Finding.Key key : seen.deadly) {
            Optional<Ordinary> cause = seen.causes.of(caller, call, inspection, seen.witnesses.get(key));
            cause.ifPresent(made -> {
                seen.findings.remove(key);
                String given = OtherCauses.ofNumbers(made) ? "with a number, and with " : "whatever it gets, with ";
                String sentence =
                        call.expression() + " ends the process " + given + made.told() + " too: " + made.death();
                said.add(sentence);
                if (!OtherCauses.ofNumbers(made) && seen.useless == null) {
                    seen.useless = sentence;
                }
            });
        }
        return said;
    }

    /** Those whose witness shows them in a process of its own, too. */
    private List<Finding> confirmed(Call call, Seen seen, List<Finding> lost) throws CallException, IOException {
        List<Finding> confirmed = new ArrayList<>();
        for (Map.Entry<Finding.Key, Finding> found : seen.findings.entrySet()) {
            caller.refresh();
            ConsumerScenario witness = seen.witnesses.get(found.getKey());
            ConsumerTranscript again = caller.run(call, List.of(witness)).get(0);
            ConsumerFindings.of(call, witness, again).stream()
                    .filter(finding -> finding.key().equals(found.getKey()))
                    .findFirst()
                    .ifPresentOrElse(confirmed::add, () -> lost.add(found.getValue()));
        }
        return confirmed;
    }

    private List<Finding> withPrograms(List<Finding> findings, Call call, Inspection inspection) {
        ReproProgram program = new ReproProgram(
                caller.setting().interpreter().executable(), caller.setting().paths(), call, inspection);
        return findings.stream()
                .map(finding -> finding.evidence()
                        .shows()
                        .filter(ConsumerScenario.class::isInstance)
                        .map(shown -> finding.withEvidence(
                                finding.evidence().withFiles(program.of(finding, (ConsumerScenario) shown))))
                        .orElse(finding))
                .toList();
    }

    /** Deaths of memory that nobody guards count where their program dies every time. */
    private List<Finding> proven(List<Finding> findings, List<Finding> lost) throws IOException {
        ProgramTrial trial = new ProgramTrial(
                caller.setting().interpreter().executable(), caller.setting().wrapper());
        List<Finding> proven = new ArrayList<>();
        for (Finding finding : findings) {
            boolean guarded = finding.signal() == null || finding.object().equals("scripted");
            Map<String, String> program = finding.evidence().files();
            if (guarded || program.isEmpty() || trial.shows(program)) {
                proven.add(finding);
            } else {
                lost.add(finding);
            }
        }
        return proven;
    }

    /** A view that is not released is what keeps an object locked. */
    private static boolean together(Finding one, Finding other) {
        return "USE-6".equals(one.clause()) && "USE-12".equals(other.clause());
    }

    private static boolean deaths(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.kind() == Kind.DEATH);
    }

    /** A module's version where it tells one, otherwise the interpreter's. */
    private Identity identity(Call call, Inspection inspection) {
        String python = caller.setting().interpreter().name() + " " + inspection.python();
        boolean told = !inspection.version().isEmpty();
        return new Identity(call.id(), "in " + python, told ? inspection.version() : inspection.python());
    }

    private static List<String> notes(Call call, Seen seen, Set<String> elsewhere) {
        List<String> notes = new ArrayList<>(elsewhere);
        if (seen.unlike > 0) {
            notes.add(call.expression() + " gives different results for the same bytes; in " + seen.unlike
                    + " scenarios they were not compared");
        }
        if (seen.stopped()) {
            notes.add(call.expression() + " ended " + (seen.deaths + seen.deathsOfBytes)
                    + " processes, and was not called any more");
        }
        return notes;
    }
}
