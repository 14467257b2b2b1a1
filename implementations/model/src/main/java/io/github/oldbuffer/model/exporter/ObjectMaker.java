package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.Place;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.PythonException;
import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** Makes the objects that an exporter describes, the inner ones included. */
public final class ObjectMaker {

    private final Machine machine;
    private final List<PyObject> made = new ArrayList<>(1);

    private ObjectMaker(Machine machine) {
        this.machine = machine;
    }

    /**
     * Makes an object and registers it, and those inside it, with the machine.
     *
     * @param object the scenario's number of the object
     * @return the object and the ones inside it, outermost first, one reference to each being the caller's
     * @throws PythonException where one cannot be made, such as a cast that memoryview refuses
     */
    public static List<PyObject> make(Machine machine, int object, Exporter exporter) {
        ObjectMaker maker = new ObjectMaker(machine);
        maker.make(exporter, new Place(object, 0));
        for (int depth = 0; depth < maker.made.size(); depth++) {
            machine.register(maker.made.get(depth), new Place(object, depth));
        }
        return maker.made;
    }

    /**
     * Makes an object over the memory of another and registers it.
     *
     * @return the object alone: the other is not inside it
     */
    public static List<PyObject> share(Machine machine, PyObject of, Step.Share share) {
        MemoryViewObject view = MemoryViewObject.of(machine, of);
        if (share.sharing() == Sharing.SLICE) {
            machine.index(share.of());
        }
        List<ViewOperation> operations = new ArrayList<>();
        if (share.sharing() == Sharing.FROM_BUFFER) {
            operations.add(new ViewOperation.Cast('B', null));
        }
        if (share.start() != 0) {
            operations.add(new ViewOperation.Slice(share.start(), null, 1));
        }
        for (ViewOperation operation : operations) {
            MemoryViewObject next = apply(operation, view);
            view.drop(machine);
            view = next;
        }
        machine.register(view, new Place(share.object(), 0));
        return List.of(view);
    }

    private PyObject make(Exporter exporter, Place place) {
        int index = made.size();
        PyObject object = create(exporter, place);
        made.add(index, object);
        return object;
    }

    private PyObject create(Exporter exporter, Place place) {
        if (exporter instanceof Bytes bytes) {
            return new BytesObject(bytes);
        } else if (exporter instanceof ByteArray bytes) {
            return new ByteArrayObject(bytes);
        } else if (exporter instanceof NonBuffer other) {
            return new PlainObject(other.kindOfObject());
        } else if (exporter instanceof Array array) {
            return new ArrayObject(array);
        } else if (exporter instanceof MemoryView view) {
            return memoryView(view, make(view.base(), place.inner()));
        } else if (exporter instanceof Mmap mmap) {
            return new MmapObject(mmap);
        } else if (exporter instanceof Ctypes ctypes) {
            return new CtypesObject(ctypes);
        } else if (exporter instanceof PythonClass python) {
            return new PythonClassObject(python, place, make(python.base(), place.inner()));
        }
        if (exporter instanceof MadeOfBytes made) {
            return made.ofStream() ? viewOf(new ObjectOfBytes(made)) : new ObjectOfBytes(made);
        }
        Scripted scripted = (Scripted) exporter;
        boolean redirects = scripted.owner() == Scripted.Owner.OTHER;
        return new ScriptedObject(scripted, place, redirects ? make(scripted.target(), place.inner()) : null);
    }

    private PyObject memoryView(MemoryView exporter, PyObject base) {
        MemoryViewObject view = MemoryViewObject.of(machine, base);
        for (ViewOperation operation : exporter.operations()) {
            MemoryViewObject next = apply(operation, view);
            view.drop(machine);
            view = next;
        }
        return view;
    }

    private static MemoryViewObject apply(ViewOperation operation, MemoryViewObject view) {
        if (operation instanceof ViewOperation.Slice slice) {
            return view.slice(slice);
        } else if (operation instanceof ViewOperation.Cast cast) {
            return view.cast(cast);
        }
        return view.toReadonly();
    }

    /** The view is all that keeps the stream's memory alive, which no Python code gets to see. */
    private PyObject viewOf(ObjectOfBytes memory) {
        MemoryViewObject view = MemoryViewObject.of(machine, memory);
        memory.drop(machine);
        return view;
    }
}
