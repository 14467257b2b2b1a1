package io.github.oldbuffer.model.machine;

import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The state that a scenario's objects share: the exception indicator, the objects there are, the traffic recorded. */
public final class Machine {

    /** The most traffic that one event has room for; what comes later is not recorded. */
    private static final int MOST_TRAFFIC = 255;

    private final List<Registered> objects = new ArrayList<>(2);
    /** Those that have their numbers still, or had them last. */
    private final List<Registered> recorded = new ArrayList<>(2);

    private final List<Traffic> traffic = new ArrayList<>(0);
    private boolean recording = true;
    private Raised exception;
    private Inside inside = (object, moment, giveUp) -> List.of();

    /** {@code PyErr_Restore}: sets the exception indicator; {@code null} clears it. */
    public void raise(Raised raised) {
        exception = raised;
    }

    /** {@code PyErr_Fetch}: takes the exception out of the indicator; {@code null} where none was set. */
    public Raised fetch() {
        Raised raised = exception;
        exception = null;
        return raised;
    }

    /** {@code PyObject_GetBuffer}. */
    public Reply getBuffer(PyObject object, int flags) {
        if (!object.exports()) {
            raise(Exceptions.typeError("a bytes-like object is required, not '" + object.typeName() + "'"));
            return Reply.REFUSED;
        }
        return object.getBuffer(this, flags);
    }

    /** {@code PyBuffer_Release}: tells the view's owner and gives up the view's reference; nothing without an owner. */
    public void release(BufferView view) {
        PyObject owner = view.obj();
        if (owner != null) {
            owner.releaseBuffer(this, view);
            owner.drop(this);
        }
    }

    /** Tells the machine of an object of the scenario, whose reference count and traffic transcripts report. */
    public void register(PyObject object, Place place) {
        if (place.depth() == 0) {
            recorded.removeIf(earlier -> earlier.place().object() == place.object());
        }
        Registered registered = new Registered(object, place);
        objects.add(registered);
        recorded.add(registered);
    }

    /** Forgets an object that the scenario gives up. */
    public void unregister(PyObject object) {
        objects.removeIf(registered -> registered.object() == object);
    }

    /** Remembers the reference counts of all registered objects. */
    public void markReferences() {
        for (int i = 0; i < objects.size(); i++) {
            objects.get(i).object().mark();
        }
    }

    /** The references that registered objects have gained since the mark, all but one of them. */
    public Counts gainedBesides(PyObject called) {
        List<Count> gained = List.of();
        for (int i = 0; i < objects.size(); i++) {
            Registered each = objects.get(i);
            if (each.object() != called && each.object().gained() != 0) {
                gained = gained.isEmpty() ? new ArrayList<>() : gained;
                gained.add(new Count(
                        each.place().object(),
                        each.place().depth(),
                        each.object().gained()));
            }
        }
        return gained.isEmpty() ? Counts.UNCHANGED : new Counts(gained, true);
    }

    /** Gives registered objects back the references that they have lost since the mark. */
    public void restoreReferences() {
        for (int i = 0; i < objects.size(); i++) {
            PyObject object = objects.get(i).object();
            while (object.gained() < 0) {
                object.retain();
            }
        }
    }

    /**
     * Records what an exporter saw, unless recording is suspended. What an object sees whose number another one has by now,
     * or that is of another scenario, is not recorded: it would be told of the wrong one.
     */
    public void record(PyObject exporter, Place place, Traffic.Kind kind, int flags) {
        if (recording && traffic.size() < MOST_TRAFFIC && isRecorded(exporter)) {
            traffic.add(new Traffic(place.object(), place.depth(), kind, flags));
        }
    }

    /** Has objects run code of a scenario in their methods. */
    public void runs(Inside code) {
        inside = code;
    }

    /** Runs what is to run in a method of an object of the scenario, unless recording is suspended. */
    public void act(PyObject exporter, Place place, Moment moment, Runnable giveUp) {
        if (recording && place.depth() == 0 && isRecorded(exporter)) {
            for (boolean succeeded : inside.act(place.object(), moment, giveUp)) {
                record(exporter, place, succeeded ? Traffic.Kind.ACTED : Traffic.Kind.ACTED_IN_VAIN, 0);
            }
        }
    }

    /** Runs what is to run while an object is sliced. */
    public void index(int object) {
        inside.act(object, Moment.INDEX, () -> {});
    }

    /** Does something whose changes of reference counts count for nobody. */
    public void excused(Runnable action) {
        Map<PyObject, Integer> before = new IdentityHashMap<>();
        objects.forEach(each -> before.put(each.object(), each.object().gained()));
        action.run();
        objects.forEach(each -> each.object()
                .forgive(each.object().gained()
                        - before.getOrDefault(each.object(), each.object().gained())));
    }

    private boolean isRecorded(PyObject object) {
        for (int i = 0; i < recorded.size(); i++) {
            if (recorded.get(i).object() == object) {
                return true;
            }
        }
        return false;
    }

    /** The traffic since the last time, in order. */
    public List<Traffic> takeTraffic() {
        if (traffic.isEmpty()) {
            return List.of();
        }
        List<Traffic> taken = List.copyOf(traffic);
        traffic.clear();
        return taken;
    }

    /** Does something with recording suspended; exporters still keep account of their views. */
    public <T> T unrecorded(Supplier<T> action) {
        boolean before = recording;
        recording = false;
        try {
            return action.get();
        } finally {
            recording = before;
        }
    }

    /**
     * Where an object's memory is, found by other means than the four functions.
     *
     * @return {@code null} where it has none, or where only pointers in a table lead to it
     */
    public Truth truth(PyObject object) {
        if (!object.exports()) {
            return null;
        }
        if (object instanceof MemoryOwner owner) {
            return owner.truth(this);
        }
        Reply reply = unrecorded(() -> {
            Reply full = getBuffer(object, Flags.FULL_RO);
            if (full.code() == 0) {
                release(full.view());
            }
            return full;
        });
        raise(null);
        if (reply.code() != 0 || reply.view().suboffsets() != null) {
            return null;
        }
        Address start = reply.view().buf();
        return start == null ? null : new Truth(start, reply.view().len());
    }

    private record Registered(PyObject object, Place place) {}
}
