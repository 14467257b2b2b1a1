package io.github.oldbuffer.spec.text;

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
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import java.util.Locale;
import java.util.stream.Collectors;

/** An exporter in words close to Python, such as {@code memoryview(bytes(5, seed 1))[::2]}. */
public final class ExporterText {

    private ExporterText() {}

    public static String of(Exporter exporter) {
        if (exporter instanceof Bytes bytes) {
            return sized(bytes.subclass() ? "subclass of bytes" : "bytes", bytes.length(), bytes.seed());
        } else if (exporter instanceof ByteArray bytes) {
            return sized(bytes.subclass() ? "subclass of bytearray" : "bytearray", bytes.length(), bytes.seed());
        } else if (exporter instanceof NonBuffer nonBuffer) {
            return nonBuffer(nonBuffer.kindOfObject());
        } else if (exporter instanceof Array array) {
            return "array('" + array.typecode() + "', " + items(array.items()) + ", seed " + array.seed() + ")";
        } else if (exporter instanceof MemoryView view) {
            return "memoryview(" + of(view.base()) + ")"
                    + view.operations().stream().map(ExporterText::operation).collect(Collectors.joining());
        } else if (exporter instanceof Mmap mmap) {
            return "mmap(ACCESS_" + mmap.access() + ", " + mmap.length() + ", seed " + mmap.seed() + ")";
        } else if (exporter instanceof Ctypes ctypes) {
            return "ctypes " + ctypes.shape().name().toLowerCase(Locale.ROOT) + "('" + ctypes.element() + "', "
                    + items(ctypes.items()) + ", seed " + ctypes.seed() + ")";
        } else if (exporter instanceof PythonClass python) {
            return pythonClass(python);
        } else if (exporter instanceof Scripted scripted) {
            return ScriptedText.of(scripted);
        } else if (exporter instanceof MadeOfBytes made) {
            return made.words();
        } else if (exporter instanceof PythonExpression python) {
            return Printable.of(python.expression().strip());
        }
        throw new IllegalArgumentException("there are no words for the exporter " + exporter);
    }

    private static String sized(String type, long length, int seed) {
        return type + "(" + length + ", seed " + seed + ")";
    }

    private static String items(long items) {
        return items == 1 ? "1 item" : items + " items";
    }

    private static String nonBuffer(NonBuffer.Kind kind) {
        return switch (kind) {
            case STR -> "a str";
            case INT -> "an int";
            case NONE -> "None";
            case OBJECT -> "an object()";
            case LIST -> "a list";
            case TUPLE -> "a tuple";
            case DICT -> "a dict";
            case FLOAT -> "a float";
            case TYPE -> "a type";
        };
    }

    private static String operation(ViewOperation operation) {
        if (operation instanceof ViewOperation.Slice slice) {
            return "[" + bound(slice.start()) + ":" + bound(slice.stop())
                    + (slice.step() == 1 ? "" : ":" + slice.step()) + "]";
        } else if (operation instanceof ViewOperation.Cast cast) {
            return ".cast('" + cast.format() + "'" + (cast.shape() == null ? "" : ", " + cast.shape()) + ")";
        } else if (operation instanceof ViewOperation.ToReadonly) {
            return ".toreadonly()";
        }
        throw new IllegalArgumentException("there are no words for the operation " + operation);
    }

    private static String bound(Long bound) {
        return bound == null ? "" : bound.toString();
    }

    private static String pythonClass(PythonClass python) {
        String releases = python.releases() ? " and __release_buffer__" : "";
        String answer = switch (python.answer()) {
            case VIEW -> "of " + of(python.base());
            case NO_VIEW -> "that returns no memoryview";
            case RAISES -> "that raises " + python.exception().pythonName();
        };
        return "object with __buffer__" + releases + " " + answer;
    }
}
