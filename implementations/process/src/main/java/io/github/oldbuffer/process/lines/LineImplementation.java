package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.probe.Confirmation;
import io.github.oldbuffer.probe.HostFailedException;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program that speaks JSON lines, as an implementation.
 *
 * <p>It gets one scenario at a time: whatever it does between the scenario and its answer is a verdict on that scenario
 * and on no other, once it was repeated as {@link Confirmation} asks. It is for one thread. {@link #run} throws {@link
 * HostFailedException} when the program does not keep to the protocol, of which nobody can tell what it did, and when
 * programs die one after the other before they say hello.
 */
final class LineImplementation implements Implementation {

    private final Identity identity;
    private final Capabilities supports;
    private final Programs programs;
    private final WorkerLimits limits;
    private final Thread atExit;

    private long run;
    /** What the program did wrong, after which it is not believed any more; {@code null} as long as it did not. */
    private String mistake;

    private boolean closed;

    private LineImplementation(Identity identity, Capabilities supports, Programs programs, WorkerLimits limits) {
        this.identity = identity;
        this.supports = supports;
        this.programs = programs;
        this.limits = limits;
        this.atExit = new Thread(this::end, "oldbuffer-programs-end");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a program and waits for its hello.
     *
     * @param command words, of which the first is the path of an executable
     * @param kit version of the kit
     * @throws UnavailableException where the program says no hello
     */
    static LineImplementation start(String id, List<String> command, String kit, WorkerLimits limits)
            throws UnavailableException {
        try {
            Programs programs = new Programs(command, kit, limits);
            try {
                Hello hello = programs.hello();
                Identity identity = new Identity(id, hello.name(), hello.version());
                return new LineImplementation(identity, hello.supports(), programs, limits);
            } catch (UnavailableException | IOException e) {
                programs.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnavailableException("The program could not be started: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Capabilities supports() {
        return supports;
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        if (closed) {
            throw new HostFailedException("it is closed");
        }
        if (mistake != null) {
            throw new HostFailedException(mistake);
        }
        return Confirmation.of(batch, runOnce(batch), this::runOnce);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the kit is ending already, and its hook will find nothing left to do
            return;
        }
    }

    private List<Transcript> runOnce(List<Scenario> batch) {
        List<Transcript> transcripts = new ArrayList<>(batch.size());
        try {
            for (Scenario scenario : batch) {
                transcripts.add(run(scenario));
            }
        } catch (IOException e) {
            throw new HostFailedException("the program could not be started or ended: " + e.getMessage(), e);
        }
        return transcripts;
    }

    private Transcript run(Scenario scenario) throws IOException {
        Optional<Capabilities.Lack> lack = supports.lack(scenario);
        if (lack.isPresent()) {
            return Transcript.unsupported(lack.get().step(), lack.get().what());
        }
        Program program = ready();
        run++;
        ObjectNode message = LineJson.object().put("run", run);
        message.set("scenario", ScenarioJson.toTree(scenario));
        program.say(LineJson.write(message));
        return answer(program, scenario);
    }

    private Transcript answer(Program program, Scenario scenario) throws IOException {
        int step = 0;
        int leastNext = 0;
        Patience patience = new Patience(limits.scenario());
        try {
            while (true) {
                Answer answer = Answer.read(LineJson.read(program.hear(patience, limits.memory())), run, scenario);
                if (answer instanceof Answer.Finished finished) {
                    return finished.transcript();
                }
                step = ((Answer.Progress) answer).after(leastNext).step();
                leastNext = step + 1;
            }
        } catch (ProgramEndedException ended) {
            programs.bury();
            return died(ended.outcome(step));
        } catch (ProtocolException fault) {
            Optional<ProgramEndedException> death = program.death();
            programs.bury();
            if (death.isPresent()) {
                return died(death.get().outcome(step));
            }
            mistake = "the program does not keep to the process protocol: " + fault.inLine(program.heard());
            throw new HostFailedException(mistake);
        }
    }

    private Program ready() throws IOException {
        for (int deaths = 1; ; deaths++) {
            try {
                return programs.ready();
            } catch (UnavailableException e) {
                if (deaths >= limits.deaths()) {
                    throw new HostFailedException(
                            deaths + " programs in a row ended before they said hello. " + e.getMessage());
                }
            }
        }
    }

    private static Transcript died(Outcome.Died outcome) {
        return new Transcript(outcome, List.of());
    }

    private synchronized void end() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            programs.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The programs of " + identity.id() + " could not be ended", e);
        }
    }
}
