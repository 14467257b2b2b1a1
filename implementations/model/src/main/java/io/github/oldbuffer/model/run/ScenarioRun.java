package io.github.oldbuffer.model.run;

import io.github.oldbuffer.model.exporter.ByteArrayObject;
import io.github.oldbuffer.model.exporter.Closable;
import io.github.oldbuffer.model.exporter.ObjectMaker;
import io.github.oldbuffer.model.exporter.Resizable;
import io.github.oldbuffer.model.function.FourFunctions;
import io.github.oldbuffer.model.function.NewProtocol;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One run of one scenario, on a machine of its own; a step that makes no sense is skipped. */
public final class ScenarioRun {

    private static final Event MADE = new Event.Made(null);
    private static final Raised PINNED = Exceptions.bufferError("Existing exports of data: object cannot be re-sized");
    private static final Event NO_OBJECT = new Event.Skipped("no such object");

    private final Machine machine = new Machine();
    private final Slot[] slots = new Slot[Scenario.MAX_NAME + 1];
    private final CallStep calls;
    private final ViewSteps views;
    private final InsideSteps inside;

    private ScenarioRun(FourFunctions functions, NewProtocol protocol) {
        Pointers pointers = new Pointers();
        calls = new CallStep(machine, functions, pointers);
        views = new ViewSteps(machine, protocol, pointers);
        inside = new InsideSteps(machine, functions, slots);
        machine.runs(inside);
    }

    /** Runs all steps; nothing of the machine is left afterwards but the transcript. */
    public static Transcript of(Scenario scenario, FourFunctions functions, NewProtocol protocol) {
        ScenarioRun run = new ScenarioRun(functions, protocol);
        List<Event> events = new ArrayList<>(scenario.steps().size());
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Make make && make.exporter() instanceof PythonExpression) {
                return Transcript.unsupported(events.size(), "Python expressions");
            }
            events.add(run.take(step));
            run.settle();
        }
        return Transcript.completed(events);
    }

    private Event take(Step step) {
        if (step instanceof Step.Call call) {
            return on(call.object(), slot -> calls.run(call, slot));
        } else if (step instanceof Step.Make make) {
            return make(make);
        } else if (step instanceof Step.Drop drop) {
            return on(drop.object(), slot -> drop(drop.object(), slot));
        } else if (step instanceof Step.Border border) {
            return on(border.object(), slot -> done());
        } else if (step instanceof Step.Peek peek) {
            return on(peek.object(), slot -> MemorySteps.peek(peek, slot));
        } else if (step instanceof Step.Poke poke) {
            return on(poke.object(), slot -> MemorySteps.poke(poke, slot));
        } else if (step instanceof Step.Change change) {
            return on(change.object(), slot -> MemorySteps.change(change, slot));
        } else if (step instanceof Step.Resize resize) {
            return on(resize.object(), slot -> resize(resize, slot));
        } else if (step instanceof Step.Share share) {
            return on(share.of(), slot -> share(share, slot));
        } else if (step instanceof Step.Append append) {
            return on(append.object(), slot -> on(append.of(), of -> append(slot, of)));
        } else if (step instanceof Step.Within within) {
            return on(within.object(), slot -> within(within));
        } else if (step instanceof Step.Release release) {
            return on(release.object(), this::release);
        } else if (step instanceof Step.Acquire acquire) {
            return on(acquire.object(), slot -> views.acquire(acquire, slot));
        } else if (step instanceof Step.Parse parse) {
            return on(parse.object(), slot -> views.parse(parse, slot));
        }
        return views.release((Step.ReleaseView) step);
    }

    private void settle() {
        for (int i = 0; i < slots.length && inside.ran(); i++) {
            if (slots[i] != null) {
                slots[i].settle(machine);
            }
        }
    }

    private Event on(int object, Function<Slot, Event> action) {
        Slot slot = slots[object];
        return slot == null ? NO_OBJECT : action.apply(slot);
    }

    private Event make(Step.Make make) {
        if (slots[make.object()] != null) {
            return new Event.Skipped("the object's number is in use");
        }
        try {
            slots[make.object()] = machine.unrecorded(
                    () -> new Slot(machine, ObjectMaker.make(machine, make.object(), make.exporter())));
            return MADE;
        } catch (PythonException thrown) {
            return new Event.Made(thrown.raised());
        }
    }

    private Event share(Step.Share share, Slot of) {
        if (slots[share.object()] != null) {
            return new Event.Skipped("the object's number is in use");
        }
        try {
            slots[share.object()] =
                    machine.unrecorded(() -> new Slot(machine, ObjectMaker.share(machine, of.object(), share)));
            return MADE;
        } catch (PythonException thrown) {
            return new Event.Made(thrown.raised());
        }
    }

    private Event drop(int object, Slot slot) {
        slots[object] = null;
        slot.drop(machine);
        return done();
    }

    private Event resize(Step.Resize resize, Slot slot) {
        if (resize.way().ofStream()) {
            return new Event.Done(PINNED, machine.takeTraffic());
        }
        if (!(slot.object() instanceof Resizable resizable)) {
            return new Event.Skipped("the object cannot be resized");
        }
        return moving(slot, () -> resizable.resize(resize.length()));
    }

    private Event append(Slot slot, Slot of) {
        if (!(slot.object() instanceof ByteArrayObject bytes)) {
            return new Event.Skipped("the object cannot be appended to");
        }
        return moving(slot, () -> bytes.append(machine, of.object()));
    }

    private Event within(Step.Within within) {
        inside.add(within);
        return done();
    }

    private Event release(Slot slot) {
        if (!(slot.object() instanceof Closable closable)) {
            return new Event.Skipped("the object cannot be released");
        }
        return moving(slot, () -> closable.close(machine));
    }

    /** Does what moves the object's memory or takes it away, unless an exception keeps it where it is. */
    private Event moving(Slot slot, Runnable action) {
        try {
            action.run();
        } catch (PythonException thrown) {
            return new Event.Done(thrown.raised(), machine.takeTraffic());
        }
        slot.memoryMoved(machine);
        return done();
    }

    private Event done() {
        return new Event.Done(machine.fetch(), machine.takeTraffic());
    }
}
