package io.github.oldbuffer.model.run;

import io.github.oldbuffer.model.function.NewProtocol;
import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.Arrays;
import java.util.List;

/** The steps that go through the new protocol, and the views that they hold. */
final class ViewSteps {

    private final Machine machine;
    private final NewProtocol protocol;
    private final Pointers pointers;
    private final BufferView[] views = new BufferView[Scenario.MAX_NAME + 1];

    ViewSteps(Machine machine, NewProtocol protocol, Pointers pointers) {
        this.machine = machine;
        this.protocol = protocol;
        this.pointers = pointers;
    }

    Event acquire(Step.Acquire acquire, Slot slot) {
        if (views[acquire.view()] != null) {
            return new Event.Skipped("the view is in use");
        }
        Reply reply = protocol.acquire(machine, slot.object(), acquire.request().flags());
        if (reply.code() == 0) {
            views[acquire.view()] = reply.view();
        }
        return viewed(reply, slot, true);
    }

    Event release(Step.ReleaseView release) {
        BufferView view = views[release.view()];
        if (view == null) {
            return new Event.Skipped("no such view");
        }
        views[release.view()] = null;
        protocol.release(machine, view);
        return new Event.Done(machine.fetch(), machine.takeTraffic());
    }

    /** Parses, and releases at once what was acquired. */
    Event parse(Step.Parse parse, Slot slot) {
        Reply reply = protocol.parse(machine, slot.object(), parse.code());
        if (reply.code() == 0) {
            protocol.release(machine, reply.view());
        }
        return viewed(reply, slot, false);
    }

    private Event viewed(Reply reply, Slot slot, boolean held) {
        Raised raised = machine.fetch();
        if (reply.code() != 0) {
            return new Event.Viewed(false, raised, Pointer.UNTOUCHED, 0, machine.takeTraffic());
        }
        BufferView view = reply.view();
        Pointer pointer = pointers.tell(view.buf(), slot.truth());
        return new Event.Viewed(true, null, pointer, view.len(), machine.takeTraffic(), held ? fields(view) : null);
    }

    private static ViewFields fields(BufferView view) {
        return new ViewFields(
                view.readonly(),
                view.itemsize(),
                view.format(),
                view.ndim(),
                list(view.shape()),
                list(view.strides()),
                list(view.suboffsets()));
    }

    private static List<Long> list(long[] values) {
        return values == null ? null : Arrays.stream(values).boxed().toList();
    }
}
