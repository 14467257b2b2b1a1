package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.text.StepText;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A Python program that runs a scenario through ctypes, where that can be said in Python. */
final class PyProgram {

    static final String FILE = "repro.py";

    /** What Python sees: an exception hides the result of a call, and no exporter written in Python sees requests. */
    private static final Set<Aspect> VISIBLE = EnumSet.of(
            Aspect.CODE,
            Aspect.EXCEPTION,
            Aspect.TYPE_ERROR,
            Aspect.TEXT,
            Aspect.LENGTH,
            Aspect.BYTES,
            Aspect.REFERENCES);

    private static final String START = "\n    if library." + PortLine.START
            + "() != 0:\n        raise SystemError(\"the port's module cannot be initialised\")";

    private final Story story;
    private final Setting setting;
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Exporter> exporters = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    private PyProgram(Story story, Setting setting) {
        this.story = story;
        this.setting = setting;
    }

    /** The program; empty where the scenario, or what is wrong with it, cannot be said in Python. */
    static Optional<String> text(Story story, Setting setting) {
        // through ctypes.pythonapi, which is CPython's
        boolean sayable = !setting.module()
                && story.scenario().steps().stream().allMatch(PyProgram::sayable)
                && story.checks().stream().allMatch(PyProgram::visible);
        return sayable ? Optional.of(new PyProgram(story, setting).program()) : Optional.empty();
    }

    private static boolean sayable(Step step) {
        if (step instanceof Step.Make make) {
            return sayable(make.exporter());
        } else if (step instanceof Step.Call call) {
            return call.pending() == null && !call.nulls().contains(Step.Argument.OBJECT);
        }
        return step instanceof Step.Peek || step instanceof Step.Resize || step instanceof Step.Release;
    }

    private static boolean sayable(Exporter exporter) {
        return exporter instanceof MemoryView view
                ? sayable(view.base())
                : !(exporter instanceof Scripted) && !(exporter instanceof PythonClass);
    }

    private static boolean visible(Check check) {
        return VISIBLE.contains(check.aspect())
                && !(check.aspect() == Aspect.CODE && !check.observed().matches("-1|0|1"));
    }

    private boolean starts() {
        return setting.recipe().parts().stream().anyMatch(part -> part.text().contains(PortLine.START));
    }

    private String program() {
        BuildLine line = new BuildLine(setting);
        StringBuilder whole = new StringBuilder("# " + line.python(FILE) + "\n#\n# On another machine: "
                + line.pythonElsewhere(FILE) + "\n#\n# " + line(story.title()) + "\n");
        story.sentences()
                .forEach(sentence -> whole.append("# ").append(line(sentence)).append("\n"));
        whole.append(
                        "#\n# Exit status: 1 while this is so, 0 once it is put right, 2 where this cannot be built or run.\n")
                .append(PyPrelude.PRELUDE);
        StringBuilder expressions = new StringBuilder();
        for (int i = 0; i < story.scenario().steps().size(); i++) {
            step(i, story.scenario().steps().get(i), expressions);
        }
        boolean port = !setting.files().isEmpty();
        whole.append(setting.recipe().module() ? ModuleImport.PYTHON + "\n\n" : "");
        whole.append(
                        "def begin():\n    global ctypes, library, own, check, dirt, rubbish, Call\n    import ctypes\n    library = ")
                .append(port ? "ctypes.PyDLL(os.path.abspath(sys.argv[1]))" : "ctypes.pythonapi")
                .append(starts() ? START : "")
                .append(setting.recipe().module() ? "\n    import_from(sys.argv[1])" : "")
                .append("\n    own = [")
                .append(setting.symbols().values().stream().map(PyProgram::word).collect(Collectors.joining(", ")))
                .append("]\n    check = \"")
                .append(setting.symbol(io.github.oldbuffer.spec.scenario.Function.CHECK))
                .append("\"\n")
                .append(PyPrelude.CALLS.stripTrailing().indent(4).replaceAll("(?m)^ +$", ""))
                .append("\n");
        whole.append(PyPrelude.HELPERS).append(PythonObjects.definitions(expressions.toString()));
        whole.append("\ndef repeat():\n").append(text);
        if (story.death().isPresent()) {
            whole.append("    compare(\"the scenario\", \"it comes to its end\", \"it comes to its end\")\n");
        }
        return whole.append(PyPrelude.MAIN.formatted(
                        PyPrelude.LIMIT_SECONDS,
                        10 * PyPrelude.LIMIT_SECONDS,
                        port ? 2 : 1,
                        "usage: " + (port ? FILE + " PORT" : FILE)))
                .toString();
    }

    private void step(int index, Step step, StringBuilder expressions) {
        text.append("    # ").append(line(StepText.of(step))).append("\n");
        if (step instanceof Step.Make make) {
            String expression = PythonObjects.of(make.exporter(), CProgram.name(make));
            expressions.append(expression).append("\n");
            exporters.put(make.object(), make.exporter());
            text.append("    " + CProgram.name(make) + " = " + expression + "\n");
        } else if (step instanceof Step.Call call) {
            calls.put(call.function() + " " + call.object(), index);
            text.append("    call" + index + " = Call(\"" + setting.symbol(call.function()) + "\", o" + call.object()
                    + (call.nulls().contains(Step.Argument.BUFFER) ? ", buffer=False" : "")
                    + (call.nulls().contains(Step.Argument.LENGTH) ? ", length=False" : "") + ")\n");
            look(index, Aspect.CODE, "str(call" + index + ".code)");
            look(index, Aspect.EXCEPTION, "type_of(call" + index + ".raised)");
            lookForTypeError(index);
            look(index, Aspect.TEXT, "str(call" + index + ".raised)");
            look(index, Aspect.LENGTH, "call" + index + ".size");
            look(index, Aspect.BYTES, "call" + index + ".bytes()");
            look(index, Aspect.REFERENCES, "call" + index + ".references");
        } else if (step instanceof Step.Peek peek) {
            Integer at = calls.get(peek.function() + " " + peek.object());
            if (at != null) {
                look(index, Aspect.BYTES, "call" + at + ".bytes()");
            }
        } else if (step instanceof Step.Resize resize) {
            String object = "o" + resize.object();
            String resized = Resizing.statement(resize, exporters.get(resize.object()))
                    .map(statement -> "exec(\"" + statement + "\", {\"made\": " + object + "})")
                    .orElse("resize(" + object + ", " + resize.length() + ")");
            text.append("    raised" + index + " = raised_by(lambda: " + resized + ")\n");
            look(index, Aspect.EXCEPTION, "type_of(raised" + index + ")");
            expressions.append("resize(");
        } else if (step instanceof Step.Release release) {
            text.append("    raised" + index + " = raised_by(o" + release.object() + "."
                    + Resizing.release(exporters.get(release.object())) + ")\n");
            look(index, Aspect.EXCEPTION, "type_of(raised" + index + ")");
        }
    }

    private void lookForTypeError(int index) {
        String type = "type_of(call" + index + ".raised)";
        for (Check check : story.of(index)) {
            if (check.aspect() == Aspect.TYPE_ERROR) {
                String also = check.alsoRight()
                        .map(name -> " or " + type + " == " + word(name))
                        .orElse("");
                look(
                        index,
                        check.aspect(),
                        word(check.expected()) + " if isinstance(call" + index + ".raised, TypeError)" + also
                                + "\n            else " + type);
            }
        }
    }

    private void look(int index, Aspect aspect, String observed) {
        for (Check check : story.of(index)) {
            if (check.aspect() == aspect) {
                String what = StepText.of(story.scenario().steps().get(index)) + ": " + aspect.words();
                text.append("    compare(" + word(what) + ", " + word(check.expected()) + ",\n            " + observed
                        + ")\n");
            }
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String word(String text) {
        return "\"" + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
