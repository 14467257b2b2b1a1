package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.text.StepText;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private static final String PRELUDE = """
            import ctypes, os, sys

            class Watched:
                wrong = 0

            def compare(what, expected, observed):
                print("%s\\n  expected: %s\\n  observed: %s" % (what, expected, observed), flush=True)
                Watched.wrong |= expected != observed

            class Call:
                def __init__(self, name, obj, buffer=True, length=True):
                    function = getattr(library, name)
                    function.restype = ctypes.c_int
                    self.buffer, self.length = ctypes.c_void_p(), ctypes.c_ssize_t(-0x5EA1ED5EA1ED)
                    arguments = [ctypes.py_object(obj)]
                    if name != check:
                        arguments += [ctypes.byref(self.buffer) if buffer else None,
                                      ctypes.byref(self.length) if length else None]
                    self.code, self.raised = -1, None
                    before = sys.getrefcount(obj)
                    try:
                        self.code = function(*arguments)
                    except BaseException as raised:
                        self.raised = raised.with_traceback(None)
                    after = sys.getrefcount(obj)
                    self.references = "unchanged" if after == before else "kept" if after > before else "lost"
                    self.size = "not set" if self.length.value == -0x5EA1ED5EA1ED else str(self.length.value)
                def bytes(self):
                    if self.code != 0:
                        return "no bytes"
                    return ctypes.string_at(self.buffer, max(0, min(24, self.length.value))).hex() or "no bytes"

            def type_of(raised):
                return "none" if raised is None else type(raised).__name__

            def raised_by(do):
                try:
                    do()
                except BaseException as raised:
                    return raised
            """;

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
        boolean sayable = story.scenario().steps().stream().allMatch(PyProgram::sayable)
                && story.checks().stream().allMatch(PyProgram::visible)
                && setting.undeclared().isEmpty();
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

    private String program() {
        StringBuilder whole =
                new StringBuilder("# " + setting.runPython(FILE) + "\n#\n# " + line(story.title()) + "\n");
        story.sentences()
                .forEach(sentence -> whole.append("# ").append(line(sentence)).append("\n"));
        whole.append("#\n# Exit status: 1 while this is so, 0 once it is put right.\n")
                .append(PRELUDE);
        whole.append("\nlibrary = ")
                .append(setting.files().isEmpty() ? "ctypes.pythonapi" : "ctypes.PyDLL(sys.argv[1])")
                .append("\ncheck = \"")
                .append(setting.name(io.github.oldbuffer.spec.scenario.Function.CHECK))
                .append("\"\n\n");
        StringBuilder expressions = new StringBuilder();
        for (int i = 0; i < story.scenario().steps().size(); i++) {
            step(i, story.scenario().steps().get(i), expressions);
        }
        whole.append(PythonObjects.definitions(expressions.toString()));
        whole.append("def repeat():\n").append(text);
        if (story.death().isEmpty()) {
            return whole.append("\nrepeat()\nsys.stdout.flush()\nos._exit(int(Watched.wrong))\n")
                    .toString();
        }
        return whole.append("""

                import signal
                child = os.fork()
                if child == 0:
                    signal.alarm(20)
                    repeat()
                    os._exit(99)
                status = os.waitpid(child, 0)[1]
                end = "it comes to its end"
                if os.WIFSIGNALED(status):
                    end = "signal %d" % os.WTERMSIG(status)
                elif os.WEXITSTATUS(status) != 99:
                    end = "it ends the process with status %d" % os.WEXITSTATUS(status)
                compare("the scenario", "it comes to its end", end)
                sys.exit(int(Watched.wrong))
                """).toString();
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
            text.append("    call" + index + " = Call(\"" + setting.name(call.function()) + "\", o" + call.object()
                    + (call.nulls().contains(Step.Argument.BUFFER) ? ", buffer=False" : "")
                    + (call.nulls().contains(Step.Argument.LENGTH) ? ", length=False" : "") + ")\n");
            look(index, Aspect.CODE, "str(call" + index + ".code)");
            look(index, Aspect.EXCEPTION, "type_of(call" + index + ".raised)");
            look(
                    index,
                    Aspect.TYPE_ERROR,
                    "\"a TypeError\" if isinstance(call" + index + ".raised, TypeError) else type_of(call" + index
                            + ".raised)");
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
            text.append("    raised" + index + " = raised_by(lambda: resize(o" + resize.object() + ", "
                    + resize.length() + "))\n");
            look(index, Aspect.EXCEPTION, "type_of(raised" + index + ")");
            expressions.append("resize(");
        } else if (step instanceof Step.Release release) {
            boolean mmap = exporters.get(release.object()) instanceof Mmap;
            text.append("    raised" + index + " = raised_by(o" + release.object() + (mmap ? ".close" : ".release")
                    + ")\n");
            look(index, Aspect.EXCEPTION, "type_of(raised" + index + ")");
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
