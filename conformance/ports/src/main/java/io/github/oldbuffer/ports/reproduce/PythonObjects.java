package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import java.util.Locale;

/** Exporters as expressions of Python; a scripted one inside another is a variable that the program has to set. */
public final class PythonObjects {

    private PythonObjects() {}

    /**
     * The expression that makes an object.
     *
     * @param name of the object; what is inside it is called {@code name_1}, inside that {@code name_2}
     */
    public static String of(Exporter exporter, String name) {
        return expression(exporter, name, 0);
    }

    /** The same for what is inside an object, at a depth. */
    public static String inside(Exporter exporter, String name, int depth) {
        return expression(exporter, name, depth);
    }

    private static String expression(Exporter exporter, String name, int depth) {
        if (exporter instanceof Bytes bytes) {
            String data = data(bytes.length(), bytes.seed());
            return bytes.subclass() ? "type('Bytes', (bytes,), {})(" + data + ")" : data;
        } else if (exporter instanceof ByteArray bytes) {
            String type = bytes.subclass() ? "type('ByteArray', (bytearray,), {})" : "bytearray";
            return type + "(" + data(bytes.length(), bytes.seed()) + ")";
        } else if (exporter instanceof NonBuffer nothing) {
            return nonBuffer(nothing.kindOfObject());
        } else if (exporter instanceof Array array) {
            return "__import__('array').array('" + array.typecode() + "', " + data(array.length(), array.seed()) + ")";
        } else if (exporter instanceof MemoryView view) {
            StringBuilder text = new StringBuilder("memoryview(" + expression(view.base(), name, depth + 1) + ")");
            view.operations().forEach(operation -> text.append(operation(operation)));
            return text.toString();
        } else if (exporter instanceof Mmap mmap) {
            boolean sparse = mmap.length() > Pattern.SPARSE_ABOVE;
            return "mapped(" + mmap.length() + ", '" + mmap.access() + "', "
                    + (sparse ? "None" : data(mmap.length(), mmap.seed())) + ")";
        } else if (exporter instanceof Ctypes ctypes) {
            return "c_object('" + ctypes.shape().name().toLowerCase(Locale.ROOT) + "', '" + ctypes.element() + "', "
                    + ctypes.items() + ", "
                    + data(ctypes.items() * Formats.itemSize(ctypes.element()), ctypes.seed()) + ")";
        } else if (exporter instanceof PythonClass python) {
            return "Exporting" + (python.releases() ? "AndReleasing" : "") + "("
                    + expression(python.base(), name, depth + 1) + ", "
                    + (python.answer() == PythonClass.Answer.RAISES
                            ? python.exception().pythonName()
                            : python.answer() == PythonClass.Answer.NO_VIEW ? "7" : "None")
                    + ", " + depth + ")";
        }
        if (exporter instanceof MadeOfBytes made) {
            return made.expression(data(made.length(), made.seed()));
        }
        return depth == 0 ? name : name + "_" + depth;
    }

    /** Statements that define what the expression uses and Python does not have. */
    public static String definitions(String expression) {
        StringBuilder text = new StringBuilder();
        for (ExceptionType type : new ExceptionType[] {ExceptionType.DERIVED_TYPE_ERROR, ExceptionType.CUSTOM}) {
            if (expression.contains(type.pythonName())) {
                text.append("class ")
                        .append(type.pythonName())
                        .append(type.isTypeError() ? "(TypeError): pass\n" : "(Exception): pass\n");
            }
        }
        if (expression.contains("mapped(")) {
            text.append(MAPPED);
        }
        if (expression.contains("c_object(")) {
            text.append(C_OBJECT);
        }
        if (expression.contains("resize(")) {
            text.append(RESIZE);
        }
        if (expression.contains("(lambda kind, data: kind(data, ") || expression.contains("(contiguous, ")) {
            text.append(OF_C);
        }
        if (expression.contains("Exporting")) {
            text.append(EXPORTING);
        }
        return text.toString();
    }

    /** The memory is never freed. */
    static final String OF_C = """
            def of_c(name, result, *arguments):
                import ctypes
                made = getattr(ctypes.pythonapi, name)
                made.restype, made.argtypes = result, arguments
                return made
            def copied(data):
                import ctypes
                memory = (ctypes.c_char * (len(data) + 1)).from_buffer_copy(data + b"x")
                of_c("Py_IncRef", None, ctypes.py_object)(memory)
                return ctypes.addressof(memory)
            def from_memory(data, writable):
                import ctypes as c
                return of_c("PyMemoryView_FromMemory", c.py_object, c.c_void_p, c.c_ssize_t, c.c_int)(
                    copied(data), len(data), 0x200 if writable else 0x100)
            def from_buffer(data, readonly):
                import ctypes as c
                view = (c.c_char * 256)()
                of_c("PyBuffer_FillInfo", c.c_int, c.c_void_p, c.c_void_p, c.c_void_p, c.c_ssize_t, c.c_int, c.c_int)(
                    view, None, copied(data), len(data), readonly, 0x11c)
                return of_c("PyMemoryView_FromBuffer", c.py_object, c.c_void_p)(view)
            def contiguous(scattered):
                import ctypes as c
                return of_c("PyMemoryView_GetContiguous", c.py_object, c.py_object, c.c_int, c.c_char)(
                    scattered, 0x100, b"C")
            """;

    private static final String MAPPED = """
            def mapped(length, access, data):
                import mmap, tempfile
                access = getattr(mmap, "ACCESS_" + access)
                if access != mmap.ACCESS_READ or data is None:
                    memory = mmap.mmap(-1, length, access=access)
                    if data is not None:
                        memory[:] = data
                    return memory
                with tempfile.TemporaryFile() as file:
                    file.write(data)
                    file.flush()
                    return mmap.mmap(file.fileno(), length, access=access)
            """;

    private static final String C_OBJECT = """
            def c_object(shape, element, items, data):
                import ctypes as c
                kind = dict(b=c.c_byte, B=c.c_ubyte, h=c.c_short, H=c.c_ushort, i=c.c_int, I=c.c_uint, l=c.c_long,
                            L=c.c_ulong, q=c.c_longlong, Q=c.c_ulonglong, f=c.c_float, d=c.c_double)[element]
                if shape == "array":
                    kind = kind * items
                elif shape == "structure":
                    fields = [("f%d" % i, kind) for i in range(min(items, 256))]
                    if items > 256:
                        fields.append(("rest", kind * (items - 256)))
                    kind = type("Structure", (c.Structure,), {"_fields_": fields})
                return kind.from_buffer_copy(data)
            """;

    /** Of a bytearray or an array, to a length in bytes. */
    private static final String RESIZE = """
            def resize(obj, length):
                if hasattr(obj, "_b_needsfree_"):
                    import ctypes
                    return ctypes.resize(obj, length)
                items = length // getattr(obj, "itemsize", 1)
                if items < len(obj):
                    del obj[items:]
                else:
                    zeros = bytes(length - len(obj) * getattr(obj, "itemsize", 1))
                    (obj.extend if isinstance(obj, bytearray) else obj.frombytes)(zeros)
            """;

    /** Programs define {@code record}; a view that does not have what was asked for is refused by Python itself. */
    private static final String EXPORTING = """
            class Exporting:
                def __init__(self, base, answer, depth):
                    self.base, self.answer, self.depth, self.granted = base, answer, depth, 0
                def __buffer__(self, flags):
                    if self.answer is not None:
                        record(self.depth, "refused 0x%x" % flags)
                        if self.answer == 7:
                            return 7
                        raise self.answer("refused")
                    try:
                        view = memoryview(self.base)
                    except BaseException:
                        record(self.depth, "refused 0x%x" % flags)
                        raise
                    granted = grants(view, flags)
                    self.granted += granted
                    record(self.depth, ("acquired with 0x%x" if granted else "refused 0x%x") % flags)
                    return view
            class ExportingAndReleasing(Exporting):
                def __release_buffer__(self, view):
                    record(self.depth, "released" if self.granted > 0 else "released without need")
                    self.granted -= self.granted > 0
            """;

    /** A bytes of one byte that is made like this is no shared one, of which references are not counted. */
    private static String data(long length, int seed) {
        if (length == 1) {
            return "(" + seed % 251 + ").to_bytes(1, 'little')";
        }
        return length > Pattern.SPARSE_ABOVE
                ? "bytes(" + length + ")"
                : "bytes([(" + seed + " + i) % 251 for i in range(" + length + ")])";
    }

    private static String nonBuffer(NonBuffer.Kind kind) {
        return switch (kind) {
            case STR -> "'text'";
            case INT -> "7";
            case NONE -> "None";
            case OBJECT -> "object()";
            case LIST -> "[1]";
            case TUPLE -> "(1,)";
            case DICT -> "{}";
            case FLOAT -> "1.5";
            case TYPE -> "int";
        };
    }

    private static String operation(ViewOperation operation) {
        if (operation instanceof ViewOperation.Slice slice) {
            return "[" + bound(slice.start()) + ":" + bound(slice.stop()) + ":" + slice.step() + "]";
        } else if (operation instanceof ViewOperation.Cast cast) {
            return ".cast('" + cast.format() + "'" + (cast.shape() == null ? "" : ", " + cast.shape()) + ")";
        }
        return ".toreadonly()";
    }

    private static String bound(Long bound) {
        return bound == null ? "" : bound.toString();
    }
}
