package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.transcript.Told;
import java.util.List;
import java.util.Set;

/** Works out what an exporter's description says, and refuses descriptions that no implementation could make. */
public final class Subjects {

    /** How deep exporters may nest. */
    public static final int MAX_DEPTH = 8;

    /** The longest memory, in bytes. */
    public static final long MAX_LENGTH = 1L << 40;

    private Subjects() {}

    /**
     * The facts about an object.
     *
     * @throws InvalidException where the description makes no sense, such as a cast that Python would refuse
     */
    public static Subject of(Exporter exporter) throws InvalidException {
        return of(exporter, 1);
    }

    private static Subject of(Exporter exporter, int depth) throws InvalidException {
        require(depth <= MAX_DEPTH, "exporters nest at most " + MAX_DEPTH + " deep");
        if (exporter instanceof Bytes bytes) {
            return owned(bytes, dense(bytes.length()), bytes.seed(), 1, "B", true);
        } else if (exporter instanceof ByteArray bytes) {
            return owned(bytes, dense(bytes.length()), bytes.seed(), 1, "B", false);
        } else if (exporter instanceof NonBuffer) {
            return nothing(exporter);
        } else if (exporter instanceof Array array) {
            require(Array.TYPECODES.indexOf(array.typecode()) >= 0, "array has no typecode '" + array.typecode() + "'");
            dense(array.items());
            String format = array.typecode() == 'u' ? "w" : String.valueOf(array.typecode());
            int size = Formats.itemSize(array.typecode());
            return owned(array, dense(array.length()), array.seed(), size, format, false);
        } else if (exporter instanceof Ctypes ctypes) {
            return ctypes(ctypes);
        } else if (exporter instanceof Mmap mmap) {
            require(mmap.length() >= 1 && mmap.length() <= MAX_LENGTH, "an mmap has a length from 1 to 2^40 bytes");
            return owned(mmap, mmap.length(), mmap.seed(), 1, "B", mmap.access() == Mmap.Access.READ);
        } else if (exporter instanceof MemoryView view) {
            return memoryView(view, depth);
        } else if (exporter instanceof PythonClass python) {
            return pythonClass(python, depth);
        } else if (exporter instanceof MadeOfBytes made) {
            return madeOfBytes(made);
        } else if (exporter instanceof PythonExpression python) {
            require(depth == 1, "what a Python expression gives stands inside no other exporter");
            require(!python.expression().isBlank(), "a Python expression is not empty");
            return new Subject(exporter, true, null, 0, 0, true, false, false, true);
        }
        return scripted((Scripted) exporter, depth);
    }

    private static Subject owned(Exporter exporter, long memory, int seed, int size, String format, boolean readonly)
            throws InvalidException {
        require(seed >= 0 && seed <= 250, "a seed is 0 to 250");
        Layout layout = Layout.line(memory / size, size, format, readonly);
        return new Subject(exporter, true, layout, memory, seed, !readonly, false, false, false);
    }

    private static Subject nothing(Exporter exporter) {
        return new Subject(exporter, true, null, 0, 0, false, false, false, false);
    }

    private static long dense(long length) throws InvalidException {
        require(length >= 0 && length <= Pattern.SPARSE_ABOVE, "a length is 0 to " + Pattern.SPARSE_ABOVE + " bytes");
        return length;
    }

    private static Subject madeOfBytes(MadeOfBytes made) throws InvalidException {
        require(made.problem() == null, made.problem());
        for (long extent : made.shape()) {
            dense(extent);
        }
        Subject line = owned(made, dense(made.length()), made.seed(), made.itemsize(), made.format(), made.readonly());
        return made.shape().size() == 1
                ? line
                : line.withLayout(Layout.ordered(made.shape(), made.itemsize(), made.format(), made.readonly()));
    }

    private static Subject ctypes(Ctypes ctypes) throws InvalidException {
        require(Ctypes.ELEMENTS.indexOf(ctypes.element()) >= 0, "ctypes has no element '" + ctypes.element() + "'");
        dense(ctypes.items());
        require(
                ctypes.shape() != Ctypes.Shape.STRUCTURE || (ctypes.items() >= 1 && ctypes.items() <= 64),
                "a ctypes structure has 1 to 64 fields");
        require(ctypes.shape() != Ctypes.Shape.SCALAR || ctypes.items() == 1, "a ctypes scalar has 1 item");
        int size = Formats.itemSize(ctypes.element());
        String format = "<" + ctypes.element();
        if (ctypes.shape() == Ctypes.Shape.ARRAY) {
            return owned(ctypes, dense(ctypes.length()), ctypes.seed(), size, format, false);
        }
        Subject line = owned(ctypes, dense(ctypes.length()), ctypes.seed(), 1, format, false);
        Layout single = new Layout(0, (int) ctypes.length(), format, List.of(), List.of(), false, false);
        return line.withLayout(single);
    }

    private static Subject memoryView(MemoryView view, int depth) throws InvalidException {
        Subject base = inner(view.base(), depth, "a memoryview");
        require(view.operations().size() <= 16, "a memoryview has at most 16 operations");
        Layout layout = base.layout();
        for (ViewOperation operation : view.operations()) {
            layout = Views.apply(operation, layout);
        }
        boolean open = base.refusesWritable() || base.writableOpen();
        return new Subject(view, true, layout, base.memory(), base.seed(), base.mutable(), false, open, false);
    }

    private static Subject pythonClass(PythonClass python, int depth) throws InvalidException {
        Subject base = inner(python.base(), depth, "a __buffer__ method");
        boolean raises = python.answer() == PythonClass.Answer.RAISES;
        require(raises == (python.exception() != null), "a __buffer__ method has an exception exactly where it raises");
        if (python.answer() != PythonClass.Answer.VIEW) {
            return nothing(python);
        }
        boolean open = base.refusesWritable() || base.writableOpen();
        return new Subject(python, true, base.layout(), base.memory(), base.seed(), base.mutable(), false, open, false);
    }

    /** The facts about what an expression gave, as Python tells of it; nothing where Python does not know either. */
    static Subject of(PythonExpression expression, Told told) {
        if (told.memory() == Told.Memory.UNKNOWN) {
            return new Subject(expression, true, null, 0, 0, false, false, false, true);
        }
        if (told.memory() == Told.Memory.NONE) {
            return nothing(expression);
        }
        Layout layout = new Layout(
                0, told.itemsize(), told.format(), told.shape(), told.strides(), told.indirect(), told.readonly());
        return new Subject(expression, true, layout, layout.length(), 0, !told.readonly(), false, false, false);
    }

    /** An exporter inside another one has to keep the rules and to offer memory. */
    private static Subject inner(Exporter exporter, int depth, String outer) throws InvalidException {
        Subject inner = of(exporter, depth + 1);
        require(inner.lawful(), outer + " needs a lawful exporter inside");
        require(inner.hasMemory(), outer + " needs an exporter with memory inside");
        require(
                !(exporter instanceof Scripted scripted) || !scripted.nullBuffer(),
                outer + " needs an exporter inside whose buffer is not NULL");
        return inner;
    }

    private static Subject scripted(Scripted scripted, int depth) throws InvalidException {
        boolean refusesAll = scripted.refusal() != null && !scripted.refusal().writableOnly();
        boolean refusesWritable =
                scripted.refusal() != null && scripted.refusal().writableOnly();
        Set<Quirk> quirks = scripted.quirks();
        if (scripted.owner() == Scripted.Owner.OTHER) {
            require(scripted.target() != null, "an exporter that redirects has a target");
            require(
                    scripted.memory() == 0 && !scripted.readonly() && !scripted.nullBuffer() && quirks.isEmpty(),
                    "an exporter that redirects has no memory and no quirks of its own");
            require(scripted.geometry().equals(Geometry.flat(0)), "an exporter that redirects has an empty geometry");
            Subject target = inner(scripted.target(), depth, "a redirection");
            return new Subject(
                    scripted,
                    true,
                    refusesAll ? null : target.layout(),
                    target.memory(),
                    target.seed(),
                    target.mutable(),
                    refusesWritable || target.refusesWritable(),
                    target.writableOpen(),
                    false);
        }
        require(scripted.target() == null, "an exporter has a target only where it redirects");
        require(scripted.memory() >= 0 && scripted.memory() <= MAX_LENGTH, "a memory has 0 to 2^40 bytes");
        require(scripted.seed() >= 0 && scripted.seed() <= 250, "a seed is 0 to 250");
        Layout layout = Geometries.layout(scripted.geometry(), scripted.memory(), scripted.readonly());
        boolean lawful = quirks.stream().allMatch(Quirk::lawful) && !(scripted.nullBuffer() && layout.length() > 0);
        return new Subject(
                scripted,
                lawful,
                refusesAll ? null : layout,
                scripted.memory(),
                scripted.seed(),
                true,
                refusesWritable,
                false,
                false);
    }

    static void require(boolean condition, String sentence) throws InvalidException {
        if (!condition) {
            throw new InvalidException(sentence);
        }
    }
}
