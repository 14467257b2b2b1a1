package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.ports.build.Recipe;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.text.StepText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A whole C program that runs a scenario and tells wrong from right. */
final class CProgram {

    static final String FILE = "repro.c";

    private final Story story;
    private final Setting setting;
    private final List<String> types = new ArrayList<>();
    private final StringBuilder objects = new StringBuilder();
    private final CSteps steps;

    private CProgram(Story story, Setting setting) {
        this.story = story;
        this.setting = setting;
        this.steps = new CSteps(story, setting);
    }

    static String text(Story story, Setting setting) {
        return new CProgram(story, setting).program();
    }

    private String program() {
        StringBuilder expressions = new StringBuilder();
        for (Step step : story.scenario().steps()) {
            if (step instanceof Step.Make make) {
                expressions
                        .append(PythonObjects.of(make.exporter(), name(make)))
                        .append("\n");
                refusals(make.exporter())
                        .forEach(type -> expressions.append(type.pythonName()).append("\n"));
            } else if (step instanceof Step.Call call && call.pending() != null) {
                expressions.append(call.pending().pythonName()).append("\n");
            }
        }
        String wanted = PythonObjects.definitions(expressions.toString());
        String definitions = wanted.replace(PythonObjects.OF_C, "");
        boolean ofC = !definitions.equals(wanted);
        for (int i = 0; i < story.scenario().steps().size(); i++) {
            if (story.scenario().steps().get(i) instanceof Step.Make make) {
                make(make);
                steps.made(make, objects.toString());
                objects.setLength(0);
            } else {
                steps.add(i);
            }
        }
        boolean python = definitions.contains("Exporting");
        steps.end();
        String body = steps.text();
        String typeText = String.join("\n", types);
        CCalls calls = new CCalls(setting, called());
        StringBuilder text = new StringBuilder(heading());
        text.append(parts());
        text.append(CPrelude.INCLUDES);
        text.append("\n#ifndef PORT\n#define PORT \"./" + PortLine.LIBRARY + "\"\n#endif\n");
        part(text, CProcess.OPTIONS, setting.sanitized());
        text.append("\n").append(CProcess.TOLD);
        part(text, CPrelude.NAMES, true);
        part(text, CPrelude.RECORD, !types.isEmpty() || python || body.contains("clear_events"));
        part(text, CPrelude.BALANCE, body.contains("balance()"));
        part(text, CPrelude.RAISED, body.contains("take_raised"));
        part(text, CPrelude.NUMBER, body.contains("number("));
        part(text, CPrelude.NUMBERS, body.contains("numbers("));
        part(text, CMemory.HEX, body.contains("hex("));
        part(text, CMemory.MEMORY, body.contains("struct memory") || body.contains("memory_of("));
        part(text, CMemory.INNERMOST, body.contains("innermost("));
        part(text, CMemory.CHANGE, body.contains(" change("));
        part(text, CMemory.SNAPSHOT, body.contains("snapshot_of("));
        part(text, CMemory.PLACE, body.contains("place("));
        part(text, CPrelude.SCRIPTED, !types.isEmpty());
        part(text, CPrelude.FOR_PYTHON, python);
        part(text, COfC.MAKERS, ofC);
        part(text, typeText, !types.isEmpty());
        part(text, calls.definitions(), !calls.functions().isEmpty());
        text.append("\nstatic void repeat(void)\n{\n").append(body).append("}\n");
        text.append(begin(definitions, python, ofC, !calls.functions().isEmpty()))
                .append(CProcess.MAIN);
        part(text, CProcess.MODULE, setting.module());
        return text.append(parts().isEmpty() ? "" : "#endif\n").toString();
    }

    /** Texts that are compiled with the port's sources, for what those hide; the program stands behind them. */
    private String parts() {
        StringBuilder text = new StringBuilder();
        List<Recipe.Part> parts = setting.recipe().parts();
        PortLine line = new PortLine(setting);
        for (int i = 0; i < parts.size(); i++) {
            if (line.source(parts.get(i)).isEmpty()) {
                text.append(text.isEmpty() ? "#if" : "#elif")
                        .append(" defined(" + PortLine.macro(i) + ") /* compiled with the port's sources */\n")
                        .append(parts.get(i).text());
            }
        }
        return text.isEmpty() ? "" : text.append("#else\n").toString();
    }

    private static void part(StringBuilder text, String part, boolean wanted) {
        if (wanted) {
            text.append("\n").append(part);
        }
    }

    private String heading() {
        BuildLine line = new BuildLine(setting);
        StringBuilder text = new StringBuilder("/* " + line.c(FILE) + " */\n/*\n");
        text.append(" * On another machine: ").append(line.elsewhere(FILE)).append("\n *\n");
        text.append(" * ").append(comment(story.title())).append("\n");
        story.sentences()
                .forEach(
                        sentence -> text.append(" * ").append(comment(sentence)).append("\n"));
        text.append(
                " *\n * Exit status: 1 while this is so, 0 once it is put right, 2 where this cannot be built or run.\n"
                        + " */\n");
        return text.toString();
    }

    private static String comment(String text) {
        return text.replace("*/", "* /").replaceAll("\\s+", " ");
    }

    private Set<Function> called() {
        Set<Function> called = EnumSet.noneOf(Function.class);
        for (Step step : story.scenario().steps()) {
            if (step instanceof Step.Call call) {
                called.add(call.function());
            }
        }
        return called;
    }

    static String name(Step.Make make) {
        return StepText.of(new Step.Drop(make.object())).replace("Drop ", "");
    }

    /** Statements that make an object, from the inside out. */
    private void make(Step.Make make) {
        String name = name(make);
        List<Exporter> levels = new ArrayList<>();
        for (Exporter each = make.exporter(); each != null; each = inside(each)) {
            levels.add(each);
        }
        int python = levels.size() - 1;
        for (int depth = levels.size() - 1; depth >= 0; depth--) {
            if (!(levels.get(depth) instanceof Scripted scripted)) {
                continue;
            }
            String here = depth == 0 ? name : name + "_" + depth;
            types.add(new ScriptedType(scripted, here, depth).text());
            if (scripted.owner() == Scripted.Owner.OTHER) {
                String target = name + "_" + (depth + 1);
                if (!(levels.get(depth + 1) instanceof Scripted)) {
                    python(target, levels.get(depth + 1), name, depth + 1);
                }
                objects.append("    " + here + "_target = named(\"" + target + "\");\n");
            }
            objects.append("    {\n        PyObject *made = " + here + "_new();\n        if (made == NULL || "
                    + "PyObject_SetAttrString(PyImport_AddModule(\"__main__\"), \"" + here
                    + "\", made) != 0) {\n            stop(\"the exporter cannot be made\");\n        }\n"
                    + "        Py_DECREF(made);\n    }\n");
        }
        if (!(make.exporter() instanceof Scripted)) {
            python(name, make.exporter(), name, 0);
        }
    }

    /** What scripted exporters raise, at any depth. */
    private static List<ExceptionType> refusals(Exporter exporter) {
        List<ExceptionType> types = new ArrayList<>();
        for (Exporter each = exporter; each != null; each = inside(each)) {
            if (each instanceof Scripted scripted && scripted.refusal() != null) {
                types.add(scripted.refusal().exception());
            }
        }
        return types;
    }

    private void python(String variable, Exporter exporter, String name, int depth) {
        objects.append("    run(" + quoted(variable + " = " + PythonObjects.inside(exporter, name, depth)) + ");\n");
    }

    static Exporter inside(Exporter exporter) {
        if (exporter instanceof MemoryView view) {
            return view.base();
        } else if (exporter instanceof PythonClass python) {
            return python.base();
        } else if (exporter instanceof Scripted scripted) {
            return scripted.target();
        }
        return null;
    }

    /** A C string, one line of the source for each line of the text. */
    static String quoted(String text) {
        return text.lines()
                .map(line -> "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\\n\"")
                .collect(Collectors.joining("\n        "));
    }

    private String begin(String definitions, boolean python, boolean ofC, boolean calls) {
        StringBuilder text = new StringBuilder("\n/* Starts Python, and makes what the scenario needs. */\n");
        text.append("static void begin(void)\n{\n");
        text.append("    if (!Py_IsInitialized()) {\n#ifdef PYTHON_HOME\n"
                + "        setenv(\"PYTHONHOME\", PYTHON_HOME, 1);\n#endif\n");
        if (setting.sanitized()) {
            text.append("        /* Python's own allocator would hide from the sanitizer where objects end. */\n"
                    + "        setenv(\"PYTHONMALLOC\", \"malloc\", 1);\n");
        }
        text.append(
                setting.module()
                        ? "        stop(\"there is no Python\");\n    }\n"
                        : "        Py_InitializeEx(0);\n    }\n");
        text.append("    run(\"import warnings\\nwarnings.simplefilter('ignore')\\n\");\n");
        if (python) {
            text.append(COfC.known("for_python", 2));
        }
        if (ofC) {
            text.append(COfC.known("of_c", 3));
        }
        if (!definitions.isEmpty()) {
            text.append("    run(\n        " + quoted(definitions) + ");\n");
        }
        return text.append(calls ? "    find_functions();\n}\n" : "}\n").toString();
    }
}
