package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What becomes of a batch, whatever its host does. */
class PackedImplementationTests {

    private static final Scenario SCENARIO = Scenario.of(new Step.Drop(0));
    private static final Transcript DONE = Transcript.completed(List.of(new Event.Done(null, List.of())));
    private static final Outcome.Died CRASH = new Outcome.Died(Outcome.Death.CRASHED, 3, "SIGSEGV");

    @Test
    void aBatchLargerThanTheInputAreaGoesInParts() {
        Host host = new Host(200, run -> answer(8));
        List<Transcript> transcripts = host.implementation().run(Collections.nCopies(100, SCENARIO));
        assertEquals(Collections.nCopies(100, DONE), transcripts);
        assertTrue(host.runs > 1);
    }

    @Test
    void aScenarioLargerThanTheInputAreaIsUnsupported() {
        Host host = new Host(100, run -> answer(1));
        Scenario large = new Scenario(Collections.nCopies(60, new Step.Drop(0)));
        List<Transcript> transcripts = host.implementation().run(List.of(SCENARIO, large, SCENARIO));
        assertEquals(List.of(DONE, Transcript.unsupported(0, "a scenario of 134 bytes"), DONE), transcripts);
    }

    @Test
    void whatIsLostIsSentAgain() {
        Host host = new Host(1000, run -> run == 0 ? lost(0) : run == 1 ? lost(2) : answer(3));
        assertEquals(Collections.nCopies(5, DONE), host.implementation().run(Collections.nCopies(5, SCENARIO)));
    }

    @Test
    void aDeathIsThatOfTheFirstScenarioWithoutATranscript() {
        // the last two runs are the rest of the batch and the scenario that died, alone
        Host host = new Host(1000, run -> run == 0 ? dying(2) : run == 1 ? answer(1) : dying(0));
        List<Transcript> transcripts = host.implementation().run(Collections.nCopies(4, SCENARIO));
        assertEquals(List.of(DONE, DONE, new Transcript(CRASH, List.of()), DONE), transcripts);
    }

    @Test
    void aDeathThatDoesNotRepeatIsNoVerdict() {
        Host host = new Host(1000, run -> run == 0 ? dying(2) : answer(4));
        assertEquals(Collections.nCopies(4, DONE), host.implementation().run(Collections.nCopies(4, SCENARIO)));
    }

    @Test
    void aScenarioThatOverwritesTheOutputAreaIsFoundOut() {
        // the batch, the second scenario alone, and that one once more to make sure
        List<Integer> rubbish = List.of(0, 2, 4);
        Host host = new Host(1000, run -> rubbish.contains(run) ? new Answer(-1, RunEnd.FINISHED, true) : answer(1));
        List<Outcome> outcomes = host.implementation().run(Collections.nCopies(3, SCENARIO)).stream()
                .map(Transcript::outcome)
                .toList();
        Outcome garbled = new Outcome.Died(Outcome.Death.CRASHED, 0, "garbled transcript");
        assertEquals(List.of(Outcome.COMPLETED, garbled, Outcome.COMPLETED), outcomes);
    }

    @Test
    void aHostThatDoesNothingFails() {
        Host host = new Host(1000, run -> answer(0));
        assertThrows(HostFailedException.class, () -> host.implementation().run(List.of(SCENARIO)));
    }

    private static Answer answer(int transcripts) {
        return new Answer(transcripts, RunEnd.FINISHED, true);
    }

    private static Answer dying(int transcripts) {
        return new Answer(transcripts, new RunEnd.Died(CRASH), true);
    }

    private static Answer lost(int transcripts) {
        return new Answer(transcripts, RunEnd.LOST, transcripts > 0);
    }

    /** @param transcripts how many are told; -1: rubbish */
    private record Answer(int transcripts, RunEnd end, boolean begun) {}

    private static final class Host implements PackedHost {

        private final Areas areas;
        private final IntFunction<Answer> behaviour;
        private int runs;

        Host(int inBytes, IntFunction<Answer> behaviour) {
            this.areas = new Areas(ByteBuffer.allocateDirect(inBytes), ByteBuffer.allocateDirect(1 << 16));
            this.behaviour = behaviour;
        }

        PackedImplementation implementation() {
            return new PackedImplementation(new Identity("fake", "Fake", "1"), this);
        }

        @Override
        public Areas areas() {
            return areas;
        }

        @Override
        public RunEnd run(int length) {
            Answer answer = behaviour.apply(runs++);
            int asked = areas.in().getInt(4);
            List<Transcript> told =
                    new ArrayList<>(Collections.nCopies(Math.min(asked, Math.max(0, answer.transcripts())), DONE));
            ByteBuffer packed = PackedTranscripts.encode(told, ByteBuffer.allocate(64));
            areas.out().putInt(0, answer.begun() ? 2 : 0);
            areas.out().putLong(16, packed.limit());
            areas.out().put(OutputArea.TRANSCRIPTS, packed, 0, packed.limit());
            if (answer.transcripts() < 0) {
                areas.out().putInt(OutputArea.TRANSCRIPTS, 0x12345678);
            }
            return answer.end();
        }

        @Override
        public void close() {}
    }
}
