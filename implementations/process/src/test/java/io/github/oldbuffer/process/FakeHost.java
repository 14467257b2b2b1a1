package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.Areas;
import io.github.oldbuffer.probe.OutputArea;
import io.github.oldbuffer.probe.PackedHost;
import io.github.oldbuffer.probe.RunEnd;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A host whose behaviour the scenarios say: each step drops an object whose number stands for a {@link Deed}. */
final class FakeHost implements PackedHost {

    private static final int RUNNING = 1;
    private static final int DONE = 2;

    private final Areas areas;
    private final int room;

    /** @param room how many transcripts its output area has room for */
    FakeHost(Areas areas, int room) {
        this.areas = areas;
        this.room = room;
    }

    /** What a step makes the host do. */
    enum Deed {
        NOTHING {
            @Override
            void act() {}
        },
        EXIT {
            @Override
            void act() {
                Runtime.getRuntime().halt(7);
            }
        },
        LOOP {
            @Override
            void act() {
                while (true) {
                    Thread.onSpinWait();
                }
            }
        },
        PRINT {
            @Override
            void act() {
                System.out.print("done\nrubbish\n");
                System.out.flush();
            }
        },
        SWELL {
            @Override
            void act() {
                List<ByteBuffer> kept = new ArrayList<>();
                while (true) {
                    ByteBuffer more = ByteBuffer.allocateDirect(8 << 20);
                    for (int i = 0; i < more.capacity(); i += 512) {
                        more.put(i, (byte) 1);
                    }
                    kept.add(more);
                    Thread.onSpinWait();
                }
            }
        },
        SIGSEGV {
            @Override
            void act() {
                signal("-SEGV");
            }
        },
        SIGKILL {
            @Override
            void act() {
                signal("-KILL");
            }
        };

        abstract void act();

        /** A scenario whose steps do these deeds. */
        static Scenario scenario(Deed... deeds) {
            List<Step> steps = new ArrayList<>();
            for (Deed deed : deeds) {
                steps.add(new Step.Drop(deed.ordinal()));
            }
            return new Scenario(steps);
        }
    }

    @Override
    public Areas areas() {
        return areas;
    }

    @Override
    public RunEnd run(int length) {
        try {
            runAll(PackedScenarios.decode(areas.in().slice(0, length)));
            return RunEnd.FINISHED;
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {}

    private void runAll(List<Scenario> scenarios) {
        ByteBuffer out = areas.out();
        List<Transcript> told = new ArrayList<>();
        tell(told);
        out.putInt(0, RUNNING);
        for (int i = 0; i < scenarios.size() && told.size() < room; i++) {
            out.putInt(8, i);
            told.add(runOne(scenarios.get(i)));
            tell(told);
        }
        out.putInt(0, DONE);
    }

    private Transcript runOne(Scenario scenario) {
        List<Event> events = new ArrayList<>();
        for (Step step : scenario.steps()) {
            areas.out().putInt(12, events.size());
            Deed.values()[((Step.Drop) step).object()].act();
            events.add(new Event.Done(null, List.of()));
        }
        return Transcript.completed(events);
    }

    private void tell(List<Transcript> told) {
        ByteBuffer packed = PackedTranscripts.encode(told, ByteBuffer.allocate(1 << 16));
        areas.out().put(OutputArea.TRANSCRIPTS, packed, 0, packed.limit());
        areas.out().putInt(4, told.size());
        areas.out().putLong(16, packed.limit());
    }

    private static void signal(String name) {
        try {
            new ProcessBuilder(
                            "kill", name, Long.toString(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            Thread.sleep(5_000);
            throw new AssertionError("still alive after " + name);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
