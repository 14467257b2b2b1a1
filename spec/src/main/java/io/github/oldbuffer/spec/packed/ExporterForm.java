package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.form.Limits;

/** An exporter in the packed form, with those inside it. */
final class ExporterForm {

    private static final int BYTES = 1;
    private static final int BYTEARRAY = 2;
    private static final int NON_BUFFER = 3;
    private static final int ARRAY = 4;
    private static final int MEMORYVIEW = 5;
    private static final int BYTESIO = 6;
    private static final int MMAP = 7;
    private static final int CTYPES = 8;
    private static final int PYTHON_CLASS = 9;
    private static final int SCRIPTED = 10;
    private static final int PYTHON = 11;
    private static final int LIBRARY = 12;

    private static final NonBuffer.Kind[] KINDS = NonBuffer.Kind.values();
    private static final Mmap.Access[] ACCESSES = Mmap.Access.values();
    private static final LibraryType[] LIBRARIES = LibraryType.values();
    private static final Ctypes.Shape[] SHAPES = Ctypes.Shape.values();
    private static final PythonClass.Answer[] ANSWERS = PythonClass.Answer.values();
    private static final ExceptionType[] EXCEPTIONS = ExceptionType.values();

    private static final String RAISES_NOTHING = "a Python class raises, but no exception is named";

    private static final String NOT_INSIDE = "what a Python expression gives stands inside no other exporter";

    private ExporterForm() {}

    static void write(Writer out, Exporter exporter) {
        write(out, exporter, 1);
    }

    static Exporter read(Reader in) throws MalformedException {
        return read(in, 1);
    }

    /** Writes an exporter inside {@code depth - 1} others. */
    static void write(Writer out, Exporter exporter, int depth) {
        if (depth > Limits.NESTING) {
            throw new IllegalArgumentException("exporters nest at most " + Limits.NESTING + " deep");
        }
        if (exporter instanceof Bytes bytes) {
            writeSolid(out, BYTES, bytes.length(), bytes.seed());
            out.flag(bytes.subclass());
        } else if (exporter instanceof ByteArray bytes) {
            writeSolid(out, BYTEARRAY, bytes.length(), bytes.seed());
            out.flag(bytes.subclass());
        } else if (exporter instanceof NonBuffer nonBuffer) {
            out.u8(NON_BUFFER);
            out.oneOf(nonBuffer.kindOfObject());
        } else if (exporter instanceof Array array) {
            out.u8(ARRAY);
            writeItems(out, array.typecode(), Array.TYPECODES, array.items(), array.seed());
        } else if (exporter instanceof MemoryView view) {
            out.u8(MEMORYVIEW);
            OperationForm.writeAll(out, view.operations());
            write(out, view.base(), depth + 1);
        } else if (exporter instanceof BytesIoBuffer buffer) {
            writeSolid(out, BYTESIO, buffer.length(), buffer.seed());
        } else if (exporter instanceof Mmap mmap) {
            out.u8(MMAP);
            out.oneOf(mmap.access());
            out.i64(mmap.length(), 1, Limits.LENGTH, "length");
            seed(out, mmap.seed());
        } else if (exporter instanceof Ctypes ctypes) {
            out.u8(CTYPES);
            out.oneOf(ctypes.shape());
            writeItems(out, ctypes.element(), Ctypes.ELEMENTS, ctypes.items(), ctypes.seed());
        } else if (exporter instanceof PythonClass python) {
            out.u8(PYTHON_CLASS);
            if (raisesNothing(python.answer(), python.exception())) {
                throw new IllegalArgumentException(RAISES_NOTHING);
            }
            out.oneOf(python.answer());
            out.oneOfOrNone(python.exception());
            out.flag(python.releases());
            write(out, python.base(), depth + 1);
        } else if (exporter instanceof Scripted scripted) {
            out.u8(SCRIPTED);
            ScriptedForm.write(out, scripted, depth);
        } else if (exporter instanceof Library library) {
            out.u8(LIBRARY);
            out.oneOf(library.type());
            out.i64(library.items(), 0, Limits.SOLID_LENGTH / library.type().itemsize(), "number of items");
            seed(out, library.seed());
        } else if (exporter instanceof PythonExpression python) {
            out.u8(PYTHON);
            if (depth > 1) {
                throw new IllegalArgumentException(NOT_INSIDE);
            }
            out.text16(python.expression(), PythonExpression.MOST_BYTES, "expression");
            out.text16(python.setup(), PythonExpression.MOST_BYTES, "setup");
        } else {
            throw new IllegalArgumentException("there is no packed form of the exporter " + exporter);
        }
    }

    /** Reads an exporter inside {@code depth - 1} others. */
    static Exporter read(Reader in, int depth) throws MalformedException {
        if (depth > Limits.NESTING) {
            throw in.malformed("exporters nest at most " + Limits.NESTING + " deep");
        }
        return switch (in.u8(BYTES, LIBRARY, "kind of exporter")) {
            case BYTES -> new Bytes(solidLength(in), seed(in), in.flag("subclass"));
            case BYTEARRAY -> new ByteArray(solidLength(in), seed(in), in.flag("subclass"));
            case NON_BUFFER -> new NonBuffer(in.oneOf(KINDS, "kind of object"));
            case ARRAY -> {
                char typecode = format(in, Array.TYPECODES, "typecode");
                yield new Array(typecode, items(in, typecode), seed(in));
            }
            case MEMORYVIEW -> {
                var operations = OperationForm.readAll(in);
                yield new MemoryView(read(in, depth + 1), operations);
            }
            case BYTESIO -> new BytesIoBuffer(solidLength(in), seed(in));
            case MMAP -> new Mmap(in.oneOf(ACCESSES, "access"), in.i64(1, Limits.LENGTH, "length"), seed(in));
            case CTYPES -> {
                Ctypes.Shape shape = in.oneOf(SHAPES, "ctypes shape");
                char element = format(in, Ctypes.ELEMENTS, "element");
                yield new Ctypes(shape, element, items(in, element), seed(in));
            }
            case PYTHON_CLASS -> {
                PythonClass.Answer answer = in.oneOf(ANSWERS, "answer");
                ExceptionType exception = in.oneOfOrNone(EXCEPTIONS, "exception");
                if (raisesNothing(answer, exception)) {
                    throw in.malformed(RAISES_NOTHING);
                }
                boolean releases = in.flag("flag releases");
                yield new PythonClass(read(in, depth + 1), answer, exception, releases);
            }
            case SCRIPTED -> ScriptedForm.read(in, depth);
            case LIBRARY -> {
                LibraryType type = in.oneOf(LIBRARIES, "type of a library");
                yield new Library(type, in.i64(0, Limits.SOLID_LENGTH / type.itemsize(), "number of items"), seed(in));
            }
            default -> {
                if (depth > 1) {
                    throw in.malformed(NOT_INSIDE);
                }
                yield new PythonExpression(
                        in.text16(PythonExpression.MOST_BYTES, "expression"),
                        in.text16(PythonExpression.MOST_BYTES, "setup"));
            }
        };
    }

    private static boolean raisesNothing(PythonClass.Answer answer, ExceptionType exception) {
        return answer == PythonClass.Answer.RAISES && exception == null;
    }

    static void seed(Writer out, int seed) {
        out.u8(seed, 0, Limits.SEED, "seed");
    }

    static int seed(Reader in) throws MalformedException {
        return in.u8(0, Limits.SEED, "seed");
    }

    private static void writeSolid(Writer out, int tag, long length, int seed) {
        out.u8(tag);
        out.i64(length, 0, Limits.SOLID_LENGTH, "length");
        seed(out, seed);
    }

    private static long solidLength(Reader in) throws MalformedException {
        return in.i64(0, Limits.SOLID_LENGTH, "length");
    }

    private static void writeItems(Writer out, char format, String allowed, long items, int seed) {
        if (allowed.indexOf(format) < 0) {
            throw new IllegalArgumentException("the format '" + format + "' is none of " + allowed);
        }
        out.u8(format);
        out.i64(items, 0, Limits.SOLID_LENGTH / Formats.itemSize(format), "number of items");
        seed(out, seed);
    }

    private static char format(Reader in, String allowed, String what) throws MalformedException {
        int at = in.position();
        int format = in.u8(what);
        if (allowed.indexOf(format) < 0) {
            throw new MalformedException(at, "the " + what + " is " + format + ", none of " + allowed);
        }
        return (char) format;
    }

    private static long items(Reader in, char format) throws MalformedException {
        return in.i64(0, Limits.SOLID_LENGTH / Formats.itemSize(format), "number of items");
    }
}
