package io.github.oldbuffer.ports.upstream;

import io.github.oldbuffer.ports.reproduce.Aspect;
import io.github.oldbuffer.ports.reproduce.Check;
import io.github.oldbuffer.ports.reproduce.PythonObjects;
import io.github.oldbuffer.ports.reproduce.Resizing;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.text.RequestFlags;
import io.github.oldbuffer.spec.text.StepText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes {@code repro.py} for a scenario, and notes what the module beside it has to have. Not a value: it collects. */
final class UpstreamProgram {

    /** Its name. */
    static final String FILE = "repro.py";

    /** What one of these programs can look at. */
    private static final Set<Aspect> SAYABLE = EnumSet.of(
            Aspect.CODE,
            Aspect.EXCEPTION,
            Aspect.TYPE_ERROR,
            Aspect.LENGTH,
            Aspect.BYTES,
            Aspect.POINTER,
            Aspect.BALANCE,
            Aspect.GRANTED,
            Aspect.REFUSAL,
            Aspect.NO_POINTER,
            Aspect.VALUE);

    static {
        SAYABLE.addAll(Aspect.FIELDS);
    }

    /** In the order in which the module gives them. */
    private static final List<Aspect> FIELDS = List.of(
            Aspect.READONLY,
            Aspect.FORMAT,
            Aspect.ITEMSIZE,
            Aspect.NDIM,
            Aspect.SHAPE,
            Aspect.STRIDES,
            Aspect.SUBOFFSETS);

    private final Scenario scenario;
    private final List<Check> checks;
    private final boolean dies;
    private final StringBuilder text = new StringBuilder();
    private final EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    private final CallText calls;
    private final List<LaidOut> laidOut = new ArrayList<>();
    private final Map<Integer, Exporter> exporters = new HashMap<>();
    /** The names of the streams that buffers are of. */
    private final Map<Integer, String> streams = new HashMap<>();
    /** The steps that gave an address, each by its object. */
    private final Map<Integer, List<Integer>> addresses = new HashMap<>();

    private boolean begun;

    private UpstreamProgram(Scenario scenario, List<Check> checks, boolean dies) {
        this.scenario = scenario;
        this.checks = checks;
        this.dies = dies;
        this.calls = CallText.of(scenario, checks);
    }

    /**
     * The files of the program.
     *
     * @param comment lines for its head: what is shown
     * @param checks what tells wrong from right; where it dies, what it may give instead of the right answer
     * @return empty where it cannot be said in this way
     */
    static Optional<Map<String, String>> of(Scenario scenario, List<String> comment, List<Check> checks, boolean dies) {
        if (checks.isEmpty() && !dies
                || !checks.stream().allMatch(check -> SAYABLE.contains(check.aspect()))
                || !scenario.steps().stream().allMatch(step -> sayable(step, scenario))) {
            return Optional.empty();
        }
        UpstreamProgram program = new UpstreamProgram(scenario, checks, dies);
        return program.write(comment);
    }

    private static boolean sayable(Step step, Scenario scenario) {
        if (step instanceof Step.Make make) {
            return ExporterWords.sayable(make.exporter()) || neverHanded(make.object(), scenario);
        } else if (step instanceof Step.Call call) {
            return call.pending() == null || ExporterWords.builtIn(call.pending());
        } else if (step instanceof Step.Resize resize) {
            return !resize.way().ofStream();
        }
        return !(step instanceof Step.Change change && !changes(change, scenario))
                && !(step instanceof Step.Peek)
                && !(step instanceof Step.Append)
                && !(step instanceof Step.Within within && !InsideSlice.sayable(within, scenario))
                && !(step instanceof Step.Share share && share.start() != 0);
    }

    /** Whether it ends the scenario, and so may be what kills, and is about memory that Python code reaches by the object itself. */
    private static boolean changes(Step.Change change, Scenario scenario) {
        return scenario.steps().indexOf(change) == scenario.steps().size() - 1
                && scenario.steps().stream()
                        .anyMatch(step -> step instanceof Step.Make make
                                && make.object() == change.object()
                                && !(make.exporter() instanceof MemoryView)
                                && !(make.exporter() instanceof PythonClass)
                                && !(make.exporter() instanceof Scripted));
    }

    /** NULL stands in its place in the only step that is about it. */
    private static boolean neverHanded(int object, Scenario scenario) {
        return scenario.steps().size() == 2
                && scenario.steps().get(1) instanceof Step.Call call
                && call.object() == object
                && call.nulls().contains(Step.Argument.OBJECT);
    }

    private Optional<Map<String, String>> write(List<String> comment) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            step(i, scenario.steps().get(i));
        }
        if (!addressesTell()) {
            return Optional.empty();
        }
        StringBuilder program = new StringBuilder("# python3 " + FILE + "\n#\n");
        comment.forEach(line ->
                program.append("# ").append(line.replaceAll("\\s+", " ")).append('\n'));
        program.append(
                        "#\n# Exit status: 1 while this is so, 0 where it is not, 2 where it cannot be tried. A C compiler is needed.\n")
                .append(Driver.BEGIN)
                .append(text.indexOf("name(") >= 0 ? Driver.NAME : "")
                .append(text.indexOf("raised(") >= 0 ? Driver.RAISED : "")
                .append(text.indexOf("field(") >= 0 ? Driver.FIELD : "")
                .append(text.indexOf(InsideSlice.BOUND + "(") >= 0 ? InsideSlice.DEFINITION : "");
        String definitions = PythonObjects.definitions(text.toString().replace("(lambda kind, data: kind(data, ", "("));
        program.append(definitions.isEmpty() ? "" : definitions + "\n\n");
        program.append("def scenario(c):\n").append(text).append('\n').append(Driver.END);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(FILE, program.toString());
        files.put(ModuleText.FILE, ModuleText.of(parts, calls, laidOut));
        return Optional.of(files);
    }

    private void line(String statement) {
        text.append("    ").append(statement).append('\n');
    }

    private void step(int index, Step step) {
        if (!(step instanceof Step.Make) && !begun) {
            begun = true;
            line("say(\"begun\")");
        }
        if (step instanceof Step.Make make) {
            made(make);
        } else if (step instanceof Step.Call call) {
            call(index, call);
        } else if (step instanceof Step.Acquire acquire) {
            parts.add(Part.HOLD);
            line("held" + index + " = c.hold(" + acquire.view() + ", o" + acquire.object() + ", "
                    + acquire.request().flags() + ")  # PyObject_GetBuffer("
                    + RequestFlags.of(acquire.request().flags()) + ")");
            viewed(index, acquire.object(), "held" + index);
            fields(index, acquire.view());
        } else if (step instanceof Step.Parse parse) {
            parts.add(Part.PARSE);
            line("parsed" + index + " = c.parse(\"" + parse.code().text() + "\", o" + parse.object() + ")");
            viewed(index, parse.object(), "parsed" + index);
        } else if (step instanceof Step.Poke poke) {
            parts.add(Part.POKE);
            line("c.poke(" + poke.offset() + ", " + poke.value() + ")  # through the pointer");
            look(index, Aspect.VALUE, "str(bytearray(o" + poke.object() + ")[" + poke.offset() + "])");
        } else if (step instanceof Step.Resize resize) {
            raised(index, resized(resize));
            if (dies) {
                line("memoryview(o" + resize.object() + ")  # where its memory is by now");
            }
        } else if (step instanceof Step.Release release) {
            raised(index, "o" + release.object() + "." + Resizing.release(exporters.get(release.object())));
        } else {
            other(step);
        }
    }

    private void other(Step step) {
        if (step instanceof Step.ReleaseView release) {
            parts.add(Part.LET_GO);
            line("c.let_go(" + release.view() + ")");
        } else if (step instanceof Step.Drop drop) {
            line("del o" + drop.object());
        } else if (step instanceof Step.Border border) {
            parts.add(Part.TOUCH);
            line("c.touch(o" + border.object() + ")");
        } else if (step instanceof Step.Change change) {
            line("raised(lambda: memoryview(o" + change.object() + ").cast(\"B\").__setitem__(" + change.offset() + ", "
                    + change.value() + "))");
        } else if (step instanceof Step.Share share) {
            List<Step.Within> inside = InsideSlice.of(scenario, share);
            if (inside.isEmpty()) {
                line("o" + share.object() + " = " + shared(share));
            } else {
                line("raised(lambda: " + InsideSlice.slice(share, inside, exporters) + ")");
            }
        }
    }

    private void made(Step.Make make) {
        String name = "o" + make.object();
        exporters.put(make.object(), make.exporter());
        if (neverHanded(make.object(), scenario)) {
            line(name + " = None");
            return;
        }
        String expression = ExporterWords.of(make.exporter(), name, parts, laidOut);
        if (make.exporter() instanceof BytesIoBuffer && shares(Sharing.GETBUFFER)) {
            // its buffer does not lead back to it
            String stream = "stream" + make.object();
            String buffer = Sharing.GETBUFFER.expression("");
            line(stream + " = " + expression.substring(0, expression.length() - buffer.length()));
            expression = stream + buffer;
            streams.put(make.object(), stream);
        }
        line(name + " = " + expression);
        boolean released = scenario.steps().stream()
                .anyMatch(step -> step instanceof Step.Release release && release.object() == make.object());
        if (make.born() == Born.C && released) {
            parts.add(Part.TOUCH);
            line("c.touch(" + name + ")  # C sees it before it is released");
        }
    }

    private void call(int index, Step.Call call) {
        parts.add(Part.CALL);
        String result = "r" + index;
        if (look(index, Aspect.BALANCE).isPresent()) {
            parts.add(Part.COUNTS);
            line("c.counts()");
        }
        line(result + " = " + calls.python(call)
                + (call.nulls().isEmpty()
                        ? ""
                        : "  # NULL for " + call.nulls().toString().toLowerCase(java.util.Locale.ROOT)));
        addresses.computeIfAbsent(call.object(), none -> new ArrayList<>()).add(index);
        look(index, Aspect.CODE, "str(" + result + "[0])");
        look(index, Aspect.EXCEPTION, "name(" + result + "[3])");
        look(index, Aspect.LENGTH, "\"not set\" if " + result + "[2] == -12345 else str(" + result + "[2])");
        look(
                index,
                Aspect.BYTES,
                "\"\".join(\"%02x\" % b for b in bytearray(" + result + "[" + calls.placeOfBytes()
                        + "])) or \"no bytes\"");
        look(
                index,
                Aspect.TYPE_ERROR,
                "\"a TypeError\" if " + result + "[3] is not None and issubclass(" + result
                        + "[3], TypeError) else name(" + result + "[3])");
        look(index, Aspect.BALANCE, "\"%d acquired, %d released, %d released without need\" % c.counts()");
        same(index, call.object(), result);
    }

    private void viewed(int index, int object, String result) {
        addresses.computeIfAbsent(object, none -> new ArrayList<>()).add(index);
        String refused = result + "[2] == -12345";
        look(index, Aspect.GRANTED, "\"refused\" if " + refused + " else \"granted\"");
        look(index, Aspect.EXCEPTION, "name(" + result + "[0])");
        look(index, Aspect.REFUSAL, "\"none\" if " + result + "[0] is None else \"an exception\"");
        look(index, Aspect.LENGTH, "\"not set\" if " + refused + " else str(" + result + "[2])");
        look(index, Aspect.NO_POINTER, "\"given\" if " + result + "[1] else \"NULL\"");
        same(index, object, result);
    }

    private void fields(int index, int view) {
        if (Aspect.FIELDS.stream().noneMatch(aspect -> look(index, aspect).isPresent())) {
            return;
        }
        parts.add(Part.FIELDS);
        String fields = "fields" + index;
        line(fields + " = c.fields(" + view + ")  # readonly, format, itemsize, ndim, shape, strides, suboffsets");
        int at = 0;
        for (Aspect aspect : FIELDS) {
            String value = fields + "[" + at++ + "]";
            boolean given = aspect == Aspect.SUBOFFSETS
                    || look(index, aspect)
                            .filter(check -> check.expected().equals(Aspect.GIVEN))
                            .isPresent();
            look(
                    index,
                    aspect,
                    given
                            ? "\"NULL\" if " + value + " is None else \"given\""
                            : "field(" + value + (aspect == Aspect.STRIDES ? ", " + fields + "[4])" : ")"));
        }
    }

    /** Where the memory is a program cannot know; that it is at one place it can. */
    private void same(int index, int object, String result) {
        List<Integer> all = addresses.get(object);
        boolean asked = all.stream().anyMatch(step -> look(step, Aspect.POINTER).isPresent());
        if (asked && all.size() > 1) {
            String first = variable(all.get(0));
            line("saw(\"the address that both give\", \"the same\", \"the same\" if " + result + "[1] == " + first
                    + "[1] else \"another\")");
        }
    }

    private String variable(int step) {
        Step at = scenario.steps().get(step);
        return (at instanceof Step.Call ? "r" : at instanceof Step.Parse ? "parsed" : "held") + step;
    }

    private boolean addressesTell() {
        return dies || text.indexOf("saw(") >= 0;
    }

    private void raised(int index, String does) {
        Optional<Check> check = look(index, Aspect.EXCEPTION);
        if (check.isEmpty()) {
            line("raised(" + does + ")");
            return;
        }
        boolean should = !check.get().expected().equals("none");
        line("seen = raised(" + does + ")");
        line("saw(" + word(StepText.of(scenario.steps().get(index)) + " raises") + ", "
                + (should ? "\"an exception\"" : "\"none\"") + ", " + (should ? "seen.split(\" (\")[0]" : "seen")
                + ")");
    }

    private String resized(Step.Resize resize) {
        String object = "o" + resize.object();
        if (exporters.get(resize.object()) instanceof Ctypes) {
            return "lambda: __import__(\"ctypes\").resize(" + object + ", " + resize.length() + ")";
        }
        return Resizing.statement(resize, exporters.get(resize.object()))
                .map(statement -> "lambda: exec(\"" + statement + "\", {\"made\": " + object + "})")
                .orElse("lambda: resize(" + object + ", " + resize.length() + ")");
    }

    private boolean shares(Sharing sharing) {
        return scenario.steps().stream()
                .anyMatch(step -> step instanceof Step.Share share && share.sharing() == sharing);
    }

    private String shared(Step.Share share) {
        if (share.sharing() == Sharing.GETBUFFER) {
            String stream = streams.get(share.of());
            streams.put(share.object(), stream);
            return share.sharing().expression(stream);
        }
        return share.sharing().expression("o" + share.of());
    }

    private Optional<Check> look(int index, Aspect aspect) {
        return checks.stream()
                .filter(check -> check.step() == index && check.aspect() == aspect)
                .findFirst();
    }

    private void look(int index, Aspect aspect, String observed) {
        look(index, aspect).ifPresent(check -> {
            String what = StepText.of(scenario.steps().get(index)) + ": " + aspect.words();
            line("saw(" + word(what) + ", " + word(check.expected()) + ",");
            line("    " + observed + ")");
        });
    }

    private static String word(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
    }
}
