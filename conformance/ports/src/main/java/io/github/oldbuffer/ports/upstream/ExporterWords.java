package io.github.oldbuffer.ports.upstream;

import io.github.oldbuffer.ports.reproduce.PythonObjects;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import java.util.List;
import java.util.Set;

/** Exporters as expressions of Python, where {@code c} is the extension module. */
final class ExporterWords {

    /** What a scripted exporter of the module can hold. */
    private static final int OWN_MEMORY = 64;

    private ExporterWords() {}

    static boolean sayable(Exporter exporter) {
        if (exporter instanceof MemoryView view) {
            return sayable(view.base());
        }
        if (exporter instanceof Scripted scripted) {
            return plain(scripted) || LaidOut.canBe(scripted);
        }
        return !(exporter instanceof PythonClass);
    }

    /** Whether every Python has it. */
    static boolean builtIn(ExceptionType type) {
        return type != ExceptionType.CUSTOM && type != ExceptionType.DERIVED_TYPE_ERROR;
    }

    /** One segment of bytes, without whims. */
    private static boolean plain(Scripted scripted) {
        if (scripted.refusal() != null) {
            return !scripted.refusal().writableOnly()
                    && builtIn(scripted.refusal().exception());
        }
        Geometry geometry = scripted.geometry();
        return scripted.quirks().isEmpty()
                && !scripted.nullBuffer()
                && scripted.memory() <= OWN_MEMORY
                && (scripted.target() == null
                        ? geometry.equals(Geometry.flat(scripted.memory()))
                        : scripted.target() instanceof Scripted other && other.target() == null && plain(other))
                && scripted.releases();
    }

    /**
     * The expression.
     *
     * @param parts of the module that it needs are added
     * @param laidOut its types that it needs are added
     */
    static String of(Exporter exporter, String name, Set<Part> parts, List<LaidOut> laidOut) {
        if (exporter instanceof PythonExpression expression) {
            return expression.setup().isEmpty()
                    ? "(" + expression.expression() + ")"
                    : "(lambda names: (exec(" + quoted(expression.setup()) + ", names), eval("
                            + quoted(expression.expression()) + ", names))[1])({})";
        }
        if (exporter instanceof Scripted scripted) {
            if (plain(scripted)) {
                return scripted(scripted, parts);
            }
            laidOut.add(new LaidOut(scripted, name));
            return "c." + name + "()";
        }
        if (exporter instanceof Library library) {
            String maker = library.type().typeExpression();
            Part part = switch (maker) {
                case "from_memory" -> Part.FROM_MEMORY;
                case "from_buffer" -> Part.FROM_BUFFER;
                case "contiguous" -> Part.CONTIGUOUS;
                default -> null;
            };
            if (part != null) {
                parts.add(part);
                return PythonObjects.of(exporter, name).replace(")(" + maker + ", ", ")(c." + maker + ", ");
            }
        }
        String expression = PythonObjects.of(exporter, name);
        Exporter inner = exporter;
        for (int depth = 1; inner instanceof MemoryView view; depth++) {
            inner = view.base();
            if (inner instanceof Scripted || inner instanceof MadeOfBytes) {
                return expression.replace(PythonObjects.inside(inner, name, depth), of(inner, name, parts, laidOut));
            }
        }
        return expression;
    }

    private static String scripted(Scripted scripted, Set<Part> parts) {
        if (scripted.refusal() != null) {
            parts.add(Part.REFUSING);
            return "c.refusing(" + scripted.refusal().exception().pythonName() + ")";
        }
        parts.add(Part.COUNTS);
        parts.add(Part.EXPORTER);
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < scripted.memory(); i++) {
            data.append("\\x%02x".formatted((scripted.seed() + i) % 251));
        }
        String owner = switch (scripted.owner()) {
            case SELF -> "";
            case NOBODY -> ", None";
            case OTHER -> ", " + scripted((Scripted) scripted.target(), parts);
        };
        return "c.exporter(bytearray(b\"" + data + "\"), " + (scripted.readonly() ? 1 : 0) + owner + ")";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
