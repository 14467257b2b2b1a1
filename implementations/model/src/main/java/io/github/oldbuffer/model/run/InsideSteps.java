package io.github.oldbuffer.model.run;

import io.github.oldbuffer.model.exporter.Closable;
import io.github.oldbuffer.model.exporter.Resizable;
import io.github.oldbuffer.model.function.FourFunctions;
import io.github.oldbuffer.model.function.Output;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Inside;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.transcript.Raised;
import java.util.ArrayList;
import java.util.List;

/** What runs inside steps: laid down by a step, it is done once, when its moment comes. */
final class InsideSteps implements Inside {

    private final Machine machine;
    private final FourFunctions functions;
    private final Slot[] slots;
    private boolean ran;
    private final List<Step.Within> waiting = new ArrayList<>(0);

    InsideSteps(Machine machine, FourFunctions functions, Slot[] slots) {
        this.machine = machine;
        this.functions = functions;
        this.slots = slots;
    }

    void add(Step.Within within) {
        waiting.add(within);
        ran = true;
    }

    /** Whether anything was ever laid down. */
    boolean ran() {
        return ran;
    }

    @Override
    public List<Boolean> act(int object, Moment moment, Runnable giveUp) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<Step.Within> now = new ArrayList<>(waiting);
        now.removeIf(each -> each.object() != object || each.moment() != moment);
        waiting.removeAll(now);
        List<Boolean> done = new ArrayList<>();
        for (Step.Within each : now) {
            Raised pending = machine.fetch();
            // a view that goes early is one that goes: that is the call's own account
            if (each.inside() instanceof Step.Resize resize && resize.object() == object) {
                done.add(succeeds(object, each.inside(), giveUp));
            } else {
                machine.excused(() -> done.add(succeeds(object, each.inside(), giveUp)));
            }
            machine.raise(pending);
        }
        return done;
    }

    private boolean succeeds(int object, Step inside, Runnable giveUp) {
        Slot slot = slots[StepSubject.named(inside)];
        if (slot == null) {
            return false;
        }
        try {
            if (inside instanceof Step.Call call) {
                functions.call(call.function(), machine, slot.object(), new Output<>(), new Output<>());
            } else if (inside instanceof Step.Resize resize && resize.object() == object) {
                giveUp.run();
                slot.moveInside();
                resize(slot.inner(), resize);
            } else if (inside instanceof Step.Resize resize) {
                resize(slot.object(), resize);
                slot.memoryMoved(machine);
            } else if (inside instanceof Step.Release) {
                if (!(slot.object() instanceof Closable closable)) {
                    return false;
                }
                closable.close(machine);
                slot.memoryMoved(machine);
            } else {
                slots[StepSubject.named(inside)] = null;
                slot.drop(machine);
            }
            return true;
        } catch (PythonException raised) {
            return false;
        } finally {
            machine.raise(null);
        }
    }

    private static void resize(PyObject object, Step.Resize resize) {
        if (resize.way().ofStream() || !(object instanceof Resizable resizable)) {
            throw new PythonException(Exceptions.bufferError("Existing exports of data: object cannot be re-sized"));
        }
        resizable.resize(resize.length());
    }
}
