package io.github.oldbuffer.probe;

import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Hazard;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An implementation that runs on a {@link PackedHost}.
 *
 * <p>Like its host it is for one thread. {@link #run} throws {@link HostFailedException} when the host cannot be used
 * any more. Deaths are told once they repeated, as {@link Confirmation} says.
 */
public final class PackedImplementation implements Implementation {

    /** Scenarios that go to the host at once: enough to make the crossing cheap, few to pack again after a death. */
    private static final int CHUNK = 1024;

    private final Identity identity;
    private final PackedHost host;
    private final OutputArea output;
    private final AtomicInteger unexplained = new AtomicInteger();

    /** @param host is closed with the implementation */
    public PackedImplementation(Identity identity, PackedHost host) {
        this.identity = identity;
        this.host = host;
        this.output = new OutputArea(host.areas().out());
    }

    @Override
    public Identity identity() {
        return identity;
    }

    /** Generated scenarios keep away from what an interpreter is known to die of in all of its functions. */
    @Override
    public Capabilities supports() {
        return supports(identity);
    }

    /** What of scenarios an interpreter is to get, whoever hosts the probe in it. */
    public static Capabilities supports(Identity identity) {
        boolean dies = identity.name().equals("CPython") && identity.version().matches("3\\.[6-9]\\..*");
        return dies ? Capabilities.EVERYTHING.with(Set.of(Hazard.RESIZED_EMPTY_CTYPES)) : Capabilities.EVERYTHING;
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        List<Transcript> transcripts = runOnce(batch);
        List<Transcript> confirmed = Confirmation.of(batch, transcripts, this::runOnce);
        unexplained.addAndGet(Math.max(0, deaths(transcripts) - deaths(confirmed)));
        return confirmed;
    }

    private static int deaths(List<Transcript> transcripts) {
        return (int) transcripts.stream()
                .filter(transcript -> transcript.outcome() instanceof Outcome.Died)
                .count();
    }

    @Override
    public int unexplainedDeaths() {
        return unexplained.get();
    }

    @Override
    public void restart() {
        host.restart();
    }

    @Override
    public void close() {
        host.close();
    }

    private List<Transcript> runOnce(List<Scenario> batch) {
        List<Transcript> transcripts = new ArrayList<>(batch.size());
        int chunk = CHUNK;
        while (transcripts.size() < batch.size()) {
            int next = transcripts.size();
            List<Scenario> some = batch.subList(next, Math.min(batch.size(), next + chunk));
            List<Transcript> told = some(some);
            transcripts.addAll(told);
            // what did not fit shows how much does; afterwards the chunks grow again
            chunk = told.size() < some.size() ? Math.max(1, told.size()) : Math.min(CHUNK, 2 * chunk);
        }
        return transcripts;
    }

    /** Transcripts of the first scenarios of a chunk, as many as there was room for; possibly none after a loss. */
    private List<Transcript> some(List<Scenario> chunk) {
        ByteBuffer in = host.areas().in();
        ByteBuffer packed = PackedScenarios.encode(chunk, in);
        if (packed != in) {
            return chunk.size() == 1
                    ? List.of(Transcript.unsupported(0, "a scenario of " + packed.limit() + " bytes"))
                    : some(chunk.subList(0, chunk.size() / 2));
        }
        RunEnd end = host.run(packed.limit());
        if (end instanceof RunEnd.Lost) {
            unexplained.incrementAndGet();
        }
        try {
            return transcripts(chunk, end);
        } catch (MalformedException e) {
            // something has written over the output area; alone, each scenario shows whether it was the one
            return chunk.size() == 1
                    ? List.of(died(new Outcome.Died(Outcome.Death.CRASHED, 0, "garbled transcript")))
                    : some(chunk.subList(0, 1));
        }
    }

    private List<Transcript> transcripts(List<Scenario> chunk, RunEnd end) throws MalformedException {
        OutputArea.State state = output.state();
        if (state == OutputArea.State.MALFORMED) {
            throw new HostFailedException("The probe finds the batch malformed: " + output.complaint());
        }
        if (state == OutputArea.State.IDLE && end instanceof RunEnd.Lost) {
            return List.of();
        }
        List<Transcript> told = PackedTranscripts.decode(output.transcripts());
        if (told.size() > chunk.size()) {
            throw new HostFailedException(
                    "The host answers " + chunk.size() + " scenarios with " + told.size() + " transcripts.");
        }
        if (end instanceof RunEnd.Died died && told.size() < chunk.size()) {
            List<Transcript> all = new ArrayList<>(told);
            all.add(died(died.outcome()));
            return all;
        }
        if (end instanceof RunEnd.Finished && told.isEmpty()) {
            throw new HostFailedException("The host ended a batch without a transcript, in state " + state + ".");
        }
        return told;
    }

    private static Transcript died(Outcome.Died outcome) {
        return new Transcript(outcome, List.of());
    }
}
