package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;

/** An exporter as a JSON object, with those inside it; {@code kind} says which. */
final class ExporterJson {

    private static final Words<ExporterKind> KINDS = Words.of(ExporterKind.values(), ExporterKind::word);
    private static final Words<NonBuffer.Kind> OBJECTS = Words.names(NonBuffer.Kind.values());
    private static final Words<Mmap.Access> ACCESSES = Words.names(Mmap.Access.values());
    private static final Words<Ctypes.Shape> SHAPES = Words.names(Ctypes.Shape.values());
    private static final Words<PythonClass.Answer> ANSWERS = Words.names(PythonClass.Answer.values());

    private ExporterJson() {}

    static ObjectNode write(Exporter exporter) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", KINDS.of(exporter.kind()));
        if (exporter instanceof Bytes bytes) {
            writeBytes(node, bytes.length(), bytes.seed(), bytes.subclass());
        } else if (exporter instanceof ByteArray bytes) {
            writeBytes(node, bytes.length(), bytes.seed(), bytes.subclass());
        } else if (exporter instanceof NonBuffer nonBuffer) {
            node.put("object", OBJECTS.of(nonBuffer.kindOfObject()));
        } else if (exporter instanceof Array array) {
            node.put("typecode", String.valueOf(array.typecode())).put("items", array.items());
            seed(node, array.seed());
        } else if (exporter instanceof MemoryView view) {
            node.set("base", write(view.base()));
            if (!view.operations().isEmpty()) {
                node.set("operations", OperationJson.write(view.operations()));
            }
        } else if (exporter instanceof BytesIoBuffer buffer) {
            writeBytes(node, buffer.length(), buffer.seed(), false);
        } else if (exporter instanceof Mmap mmap) {
            node.put("access", ACCESSES.of(mmap.access())).put("length", mmap.length());
            seed(node, mmap.seed());
        } else if (exporter instanceof Ctypes ctypes) {
            node.put("shape", SHAPES.of(ctypes.shape()))
                    .put("element", String.valueOf(ctypes.element()))
                    .put("items", ctypes.items());
            seed(node, ctypes.seed());
        } else if (exporter instanceof PythonClass python) {
            writePythonClass(node, python);
        } else if (exporter instanceof Scripted scripted) {
            ScriptedJson.write(node, scripted);
        } else if (exporter instanceof Library library) {
            node.put("items", library.items());
            seed(node, library.seed());
        } else if (exporter instanceof PythonExpression python) {
            node.put("expression", python.expression());
            if (!python.setup().isEmpty()) {
                node.put("setup", python.setup());
            }
        } else {
            throw new IllegalArgumentException("there is no JSON for the exporter " + exporter);
        }
        return node;
    }

    /** Reads an exporter inside {@code depth - 1} others. */
    static Exporter read(Value value, int depth) throws JsonException {
        if (depth > Limits.NESTING) {
            throw value.fault("exporters nest at most " + Limits.NESTING + " deep");
        }
        Fields fields = value.fields();
        Exporter exporter = read(fields, fields.get("kind").oneOf(KINDS), depth);
        fields.end();
        return exporter;
    }

    private static Exporter read(Fields fields, ExporterKind kind, int depth) throws JsonException {
        return switch (kind) {
            case BYTES -> new Bytes(solidLength(fields), seed(fields), fields.flag("subclass", false));
            case BYTEARRAY -> new ByteArray(solidLength(fields), seed(fields), fields.flag("subclass", false));
            case NON_BUFFER -> new NonBuffer(fields.get("object").oneOf(OBJECTS));
            case ARRAY -> {
                char typecode = format(fields.get("typecode"), Array.TYPECODES);
                yield new Array(typecode, items(fields.get("items"), typecode), seed(fields));
            }
            case MEMORYVIEW ->
                new MemoryView(
                        read(fields.get("base"), depth + 1),
                        fields.list("operations", Limits.OPERATIONS, OperationJson::read));
            case BYTESIO -> new BytesIoBuffer(solidLength(fields), seed(fields));
            case MMAP ->
                new Mmap(
                        fields.get("access").oneOf(ACCESSES),
                        fields.get("length").whole(1, Limits.LENGTH),
                        seed(fields));
            case CTYPES -> {
                Ctypes.Shape shape = fields.get("shape").oneOf(SHAPES);
                char element = format(fields.get("element"), Ctypes.ELEMENTS);
                yield new Ctypes(shape, element, items(fields.get("items"), element), seed(fields));
            }
            case PYTHON_CLASS -> readPythonClass(fields, depth);
            case SCRIPTED -> ScriptedJson.read(fields, depth);
            case PYTHON -> readExpression(fields, depth);
            default ->
                new Library(
                        kind.library(),
                        fields.get("items")
                                .whole(0, Limits.SOLID_LENGTH / kind.library().itemsize()),
                        seed(fields));
        };
    }

    static void seed(ObjectNode node, int seed) {
        if (seed != 0) {
            node.put("seed", seed);
        }
    }

    static int seed(Fields fields) throws JsonException {
        return (int) fields.whole("seed", 0, Limits.SEED, 0);
    }

    private static void writeBytes(ObjectNode node, long length, int seed, boolean subclass) {
        node.put("length", length);
        seed(node, seed);
        if (subclass) {
            node.put("subclass", true);
        }
    }

    private static void writePythonClass(ObjectNode node, PythonClass python) {
        node.set("base", write(python.base()));
        if (python.answer() != PythonClass.Answer.VIEW) {
            node.put("answer", ANSWERS.of(python.answer()));
        }
        ExceptionType exception = python.exception();
        if (exception != null) {
            node.put("exception", StepJson.EXCEPTIONS.of(exception));
        }
        if (!python.releases()) {
            node.put("releases", false);
        }
    }

    private static PythonClass readPythonClass(Fields fields, int depth) throws JsonException {
        Exporter base = read(fields.get("base"), depth + 1);
        PythonClass.Answer answer = fields.oneOf("answer", ANSWERS, PythonClass.Answer.VIEW);
        Value exception = fields.get("exception");
        boolean needless = exception.missing() && answer != PythonClass.Answer.RAISES;
        return new PythonClass(
                base, answer, needless ? null : exception.oneOf(StepJson.EXCEPTIONS), fields.flag("releases", true));
    }

    private static PythonExpression readExpression(Fields fields, int depth) throws JsonException {
        Value expression = fields.get("expression");
        if (depth > 1) {
            throw expression.fault("what a Python expression gives stands inside no other exporter");
        }
        return new PythonExpression(
                expression.text(PythonExpression.MOST_BYTES),
                fields.get("setup", setup -> setup.text(PythonExpression.MOST_BYTES), ""));
    }

    private static long solidLength(Fields fields) throws JsonException {
        return fields.get("length").whole(0, Limits.SOLID_LENGTH);
    }

    private static long items(Value value, char format) throws JsonException {
        return value.whole(0, Limits.SOLID_LENGTH / Formats.itemSize(format));
    }

    private static char format(Value value, String allowed) throws JsonException {
        String text = value.text(Limits.TEXT);
        if (text.length() != 1 || allowed.indexOf(text.charAt(0)) < 0) {
            throw value.expected("one of the characters " + allowed);
        }
        return text.charAt(0);
    }
}
