package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.text.StepText;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The steps of a scenario as C statements, each with a look at what is to be checked. Not a value: it collects. */
final class CSteps {

    private final Story story;
    private final Setting setting;
    private final StringBuilder text = new StringBuilder();
    private final CLooks looks;
    private final Map<Integer, Exporter> exporters = new TreeMap<>();
    /** The steps that acquired what is not released yet. */
    private final Map<Integer, Integer> views = new TreeMap<>();
    /** The step of the last call of a function on an object, by both. */
    private final Map<String, Integer> calls = new HashMap<>();

    CSteps(Story story, Setting setting) {
        this.story = story;
        this.setting = setting;
        this.looks = new CLooks(story, text);
    }

    String text() {
        return text.toString();
    }

    void made(Step.Make make, String statements) {
        String name = CProgram.name(make);
        exporters.put(make.object(), make.exporter());
        text.append("    /* ")
                .append(StepText.of(make).replace("*/", "* /"))
                .append(" */\n")
                .append(statements);
        text.append("    PyObject *" + name + " = hold(named(\"" + name + "\"));\n");
        if (needsMemory()) {
            text.append("    struct memory " + name + "_place = " + CPlaces.first(make.exporter(), name) + ";\n");
            text.append("    (void)" + name + "_place;\n");
        }
    }

    /** What the scenario leaves behind goes, which may be what a fault shows in. */
    void end() {
        text.append("\n    /* the end */\n");
        views.forEach((view, at) -> releaseView(view));
        exporters.keySet().forEach(object -> text.append(dropped(object)));
        text.append("    PyErr_Clear();\n");
        if (story.death().isPresent()) {
            text.append("    compare(\"the scenario\", \"it comes to its end\", \"it comes to its end\");\n");
        }
    }

    private static String dropped(int object) {
        return "    drop(\"o" + object + "\", o" + object + ");\n";
    }

    private void releaseView(int view) {
        int at = views.get(view);
        text.append("    if (granted" + at + ") {\n        PyBuffer_Release(&view" + view + "_" + at + ");\n    }\n");
    }

    private boolean needsMemory() {
        return story.checks().stream()
                        .anyMatch(check -> check.aspect() == Aspect.POINTER || check.aspect() == Aspect.MEMORY)
                || story.scenario().steps().stream()
                        .anyMatch(step -> step instanceof Step.Poke || step instanceof Step.Change);
    }

    void add(int index) {
        Step step = story.scenario().steps().get(index);
        text.append("\n    /* ").append(StepText.of(step)).append(" */\n");
        if (!(step instanceof Step.Call)) {
            looks.clear(index);
        }
        if (step instanceof Step.Call call) {
            call(index, call);
        } else if (step instanceof Step.Peek peek) {
            Integer at = calls.get(peek.function() + " " + peek.object());
            if (at != null) {
                looks.look(
                        index,
                        Aspect.BYTES,
                        "code" + at + " == 0 ? hex(buffer" + at + ", length" + at + ") : \"no pointer\"");
            }
        } else if (step instanceof Step.Poke poke) {
            poke(index, poke);
        } else if (step instanceof Step.Change change) {
            change(change);
        } else if (step instanceof Step.Acquire acquire) {
            viewed(
                    index,
                    "Py_buffer view" + acquire.view() + "_" + index + ";\n    memset(&view" + acquire.view() + "_"
                            + index
                            + ", 0xA5, sizeof(Py_buffer));\n    int granted" + index
                            + " = PyObject_GetBuffer(o" + acquire.object() + ", &view" + acquire.view() + "_" + index
                            + ", " + acquire.request().flags() + ") == 0;\n");
            looks.fields(index, "granted" + index, "view" + acquire.view() + "_" + index);
            views.put(acquire.view(), index);
        } else if (step instanceof Step.Parse parse) {
            viewed(index, parsed(index, parse));
            text.append("    (void)size" + index + ", (void)start" + index + ";\n");
            looks.look(index, Aspect.LENGTH, "granted" + index + " ? number(size" + index + ") : \"not set\"");
            looks.look(index, Aspect.NO_POINTER, "start" + index + " == NULL ? \"NULL\" : \"given\"");
        } else {
            other(index, step);
        }
    }

    private void call(int index, Step.Call call) {
        String object = "o" + call.object();
        calls.put(call.function() + " " + call.object(), index);
        if (looks.checks(index, Aspect.OTHERS)) {
            text.append(OtherCounts.before(story.scenario(), index));
        }
        if (call.function().hasOutputs()) {
            text.append("    " + type(call.function()) + "buffer" + index + " = "
                    + (looks.checks(index, Aspect.POINTER) ? "(void *)(uintptr_t)&untouched" : "NULL") + ";\n");
            text.append("    Py_ssize_t length" + index + " = -0x5EA1ED5EA1ED;\n");
        }
        text.append("    Py_ssize_t before" + index + " = Py_REFCNT(" + object + ");\n");
        if (looks.checks(index, Aspect.MEMORY)) {
            text.append("    struct snapshot copy" + index + " = snapshot_of("
                    + CPlaces.whole(exporters.get(call.object()), object) + ");\n");
        }
        if (call.pending() != null) {
            text.append("    PyErr_SetString(" + ScriptedType.type(call.pending()) + ", \"pending\");\n");
        }
        looks.clear(index);
        text.append("    int code" + index + " = call_" + CCalls.pointer(call.function()) + "(" + arguments(index, call)
                + ");\n");
        text.append(
                looks.checks(index, Aspect.EXCEPTION)
                                || looks.checks(index, Aspect.TYPE_ERROR)
                                || looks.checks(index, Aspect.TEXT)
                        ? "    struct raised raised" + index + " = take_raised();\n"
                        : "    PyErr_Clear();\n");
        text.append("    (void)code" + index + ";\n");
        looks.look(index, Aspect.CODE, "number(code" + index + ")");
        if (looks.checks(index, Aspect.OTHERS)) {
            text.append(OtherCounts.after(story.scenario(), index));
        }
        looks.look(index, Aspect.OTHERS, "others" + index + "[0] == 0 ? \"unchanged\" : others" + index);
        looks.look(index, Aspect.EXCEPTION, "raised" + index + ".type");
        looks.typeError(index, "raised" + index);
        looks.look(index, Aspect.TEXT, "raised" + index + ".text");
        looks.look(index, Aspect.POINTER, "place(buffer" + index + ", " + object + "_place)");
        looks.look(
                index,
                Aspect.LENGTH,
                "length" + index + " == -0x5EA1ED5EA1ED ? \"not set\" : number(length" + index + ")");
        looks.look(
                index,
                Aspect.BYTES,
                "code" + index + " == 0 ? hex(buffer" + index + ", length" + index + ") : \"no bytes\"");
        looks.look(
                index,
                Aspect.REFERENCES,
                "Py_REFCNT(" + object + ") == before" + index + " ? \"unchanged\" : Py_REFCNT(" + object + ") > before"
                        + index + " ? \"kept\" : \"lost\"");
        looks.look(index, Aspect.MEMORY, "changes(&copy" + index + ")");
        text.append("    hold_again(" + object + ", before" + index + ");\n");
        looks.traffic(index);
    }

    private static String type(Function function) {
        return switch (function) {
            case CHAR -> "const char *";
            case READ -> "const void *";
            default -> "void *";
        };
    }

    private static String arguments(int index, Step.Call call) {
        String object = call.nulls().contains(Step.Argument.OBJECT) ? "NULL" : "o" + call.object();
        if (!call.function().hasOutputs()) {
            return object;
        }
        return object + ", " + (call.nulls().contains(Step.Argument.BUFFER) ? "NULL" : "&buffer" + index) + ", "
                + (call.nulls().contains(Step.Argument.LENGTH) ? "NULL" : "&length" + index);
    }

    private void poke(int index, Step.Poke poke) {
        Integer at = calls.get(Function.WRITE + " " + poke.object());
        if (at == null) {
            return;
        }
        String byteThere = "(unsigned char *)buffer" + at + " + " + poke.offset();
        text.append("    if (code" + at + " == 0 && holds(o" + poke.object() + "_place, " + byteThere + ")) {\n"
                + "        *(" + byteThere + ") = " + poke.value() + ";\n    }\n");
        looks.look(
                index,
                Aspect.VALUE,
                "number(((const unsigned char *)o" + poke.object() + "_place.start)[" + poke.offset() + "])");
    }

    private void change(Step.Change change) {
        String byteThere = "o" + change.object() + "_place.start + " + change.offset();
        text.append("    if (holds(o" + change.object() + "_place, " + byteThere + ")) {\n        "
                + CPlaces.innermost(exporters.get(change.object()), "o" + change.object())
                        .map(own -> "*(char *)(uintptr_t)(" + byteThere + ") = (char)" + change.value())
                        .orElse("change(innermost(o" + change.object() + "), " + byteThere + ", " + change.value()
                                + ")")
                + ";\n    }\n    PyErr_Clear();\n");
    }

    /** Codes with a star fill a view, those without one give a pointer and a length. */
    private static String parsed(int index, Step.Parse parse) {
        boolean pins = parse.code().pins();
        String tuple = "PyObject *arguments" + index + " = PyTuple_Pack(1, o" + parse.object() + ");\n    ";
        String call = "int granted" + index + " = PyArg_ParseTuple(arguments" + index + ", \""
                + parse.code().text() + "\", ";
        return pins
                ? "Py_buffer parsed" + index + ";\n    " + tuple + call + "&parsed" + index + ");\n    Py_ssize_t size"
                        + index + " = granted" + index + " ? parsed" + index + ".len : 0;\n    void *start" + index
                        + " = granted" + index + " ? parsed" + index + ".buf : NULL;\n    if (granted" + index
                        + ") {\n        PyBuffer_Release(&parsed" + index + ");\n    }\n"
                : "const char *start" + index + " = NULL;\n    Py_ssize_t size" + index + " = 0;\n    " + tuple + call
                        + "&start" + index + ", &size" + index + ");\n";
    }

    private void viewed(int index, String statements) {
        text.append("    " + statements);
        text.append(
                looks.checks(index, Aspect.EXCEPTION) || looks.checks(index, Aspect.REFUSAL)
                        ? "    struct raised raised" + index + " = take_raised();\n"
                        : "    PyErr_Clear();\n");
        text.append("    (void)granted" + index + ";\n");
        looks.look(index, Aspect.GRANTED, "granted" + index + " ? \"granted\" : \"refused\"");
        looks.look(index, Aspect.EXCEPTION, "raised" + index + ".type");
        looks.look(
                index, Aspect.REFUSAL, "strcmp(raised" + index + ".type, \"none\") == 0 ? \"none\" : \"an exception\"");
        looks.traffic(index);
    }

    private void other(int index, Step step) {
        if (step instanceof Step.ReleaseView release) {
            if (views.containsKey(release.view())) {
                releaseView(release.view());
                views.remove(release.view());
            }
        } else if (step instanceof Step.Resize resize) {
            text.append(Resizing.inC(resize, exporters.get(resize.object())));
        } else if (step instanceof Step.Release release) {
            String method = Resizing.release(exporters.get(release.object()));
            text.append("    Py_XDECREF(PyObject_CallMethod(o" + release.object() + ", \"" + method + "\", NULL));\n");
        } else if (step instanceof Step.Drop drop) {
            text.append(dropped(drop.object()));
            exporters.remove(drop.object());
        }
        text.append(
                looks.checks(index, Aspect.EXCEPTION)
                        ? "    struct raised raised" + index + " = take_raised();\n"
                        : "    PyErr_Clear();\n");
        if (step instanceof Step.Resize resize && needsMemory()) {
            text.append("    o" + resize.object() + "_place = memory_of(o" + resize.object() + ");\n");
        }
        looks.look(index, Aspect.EXCEPTION, "raised" + index + ".type");
        looks.traffic(index);
    }
}
