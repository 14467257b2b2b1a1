package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.worker.Inspection;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.Content;
import io.github.oldbuffer.spec.consumer.Nature;
import io.github.oldbuffer.spec.consumer.Offered;
import io.github.oldbuffer.spec.consumer.PythonObject;
import io.github.oldbuffer.spec.consumer.ScriptedMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The scenarios of one function, the simplest first, so that the first that shows a finding is its witness.
 *
 * @param inspection says which contents the function takes, and whether it writes
 */
final class ScenarioPlan {

    /** Not ValueError: who looks whether something is the name of a file takes it for a name that there is not. */
    private static final List<String> ERRORS = List.of("BufferError", "RuntimeError", "MemoryError");

    /** Contents that a function takes, and that it refuses, of which whole sets of objects are made. */
    private static final int TAKEN = 3;

    private static final int REFUSED = 1;

    /** What is text to who asks what the items are, or has items of another kind than bytes of a memoryview. */
    private static final Set<PythonObject> OF_OTHER_ITEMS =
            Set.of(PythonObject.BYTES, PythonObject.BYTES_SUBCLASS, PythonObject.CTYPES);

    private final List<Content> contents;
    private final Inspection inspection;
    private final boolean large;
    private final Set<ConsumerScenario> scenarios = new LinkedHashSet<>();

    private ScenarioPlan(List<Content> contents, Inspection inspection, boolean large) {
        this.contents = contents;
        this.inspection = inspection;
        this.large = large;
    }

    /** @param contents that the inspection tried, the shortest first */
    static List<ConsumerScenario> of(List<Content> contents, Inspection inspection, boolean large) {
        ScenarioPlan plan = new ScenarioPlan(contents, inspection, large);
        plan.fill();
        return plan.scenarios.stream()
                .sorted(Comparator.<ConsumerScenario>comparingInt(scenario -> scenario.wrong() == null ? 0 : 1)
                        .thenComparingInt(scenario -> scenario.content().length()))
                .toList();
    }

    /** Every scenario with one content, with something wrong or nothing. */
    static List<ConsumerScenario> around(Content content, Integer wrong, Inspection inspection) {
        ScenarioPlan plan = new ScenarioPlan(List.of(content), inspection, false);
        if (wrong == null) {
            plan.plain(content);
            plan.objects(content);
            plan.shapes(content);
            plan.refusing(content);
        } else {
            plan.wrong(content, wrong);
        }
        return List.copyOf(plan.scenarios);
    }

    private void fill() {
        for (Content content : contents) {
            plain(content);
        }
        for (Content content : chosen()) {
            objects(content);
            shapes(content);
            refusing(content);
        }
        empty();
        for (int wrong = 0; wrong < inspection.wrongs(); wrong++) {
            for (Content content : few()) {
                wrong(content, wrong);
            }
        }
        if (large) {
            add(PythonObject.MMAP_LARGE, new Content("00", 5), null);
        }
    }

    private void wrong(Content content, int wrong) {
        add(ScriptedMemory.PLAIN.writable(), content, wrong);
        if (wrong < inspection.others()) {
            add(ScriptedMemory.PLAIN, content, wrong);
            add(ScriptedMemory.PLAIN.failing("BufferError"), content, wrong);
            add(PythonObject.BYTEARRAY, content, wrong);
        }
    }

    /** Guarded memory in every place, with every content. */
    private void plain(Content content) {
        ScriptedMemory memory = ScriptedMemory.PLAIN;
        for (ScriptedMemory each : List.of(memory, memory.writable())) {
            add(each, content, null);
            add(each.atBeginning(), content, null);
        }
        add(memory.writable().wiping(), content, null);
        add(memory.writable().redirecting(), content, null);
        add(PythonObject.BYTEARRAY, content, null);
    }

    private void objects(Content content) {
        for (PythonObject object : PythonObject.values()) {
            if (object.nature() != Nature.LARGE && lawful(object)) {
                add(object, content, null);
            }
        }
        add(PythonObject.MMAP_READONLY, new Content("00", content.length()), null);
    }

    /** Arrays of ctypes give no strides to who asks for them, which is no fault of the function; nor are other items. */
    private boolean lawful(PythonObject object) {
        if (inspection.items() && OF_OTHER_ITEMS.contains(object)) {
            return false;
        }
        return !(inspection.strides() && (object == PythonObject.CTYPES || object == PythonObject.CTYPES_H));
    }

    private void shapes(Content content) {
        ScriptedMemory writable = ScriptedMemory.PLAIN.writable();
        if (content.length() >= 2) {
            for (ScriptedMemory memory : List.of(ScriptedMemory.PLAIN, writable)) {
                add(memory.withLayout("strided"), content, null);
                add(memory.withLayout("reversed"), content, null);
            }
        }
        if (content.length() >= 4 && content.length() % 2 == 0) {
            add(writable.withLayout("fortran"), content, null);
            add(writable.withLayout("indirect"), content, null);
            add(writable.withItems("B", 2), content, null);
            add(writable.withItems("H", 1), content, null);
            add(writable.withLayout("strided").withItems("H", 1), content, null);
            add(ScriptedMemory.PLAIN.withItems("H", 1), content, null);
        }
        if (content.length() >= 8 && content.length() % 8 == 0) {
            add(writable.withItems("d", 1), content, null);
            add(writable.withItems("I", 2), content, null);
        }
    }

    private void refusing(Content content) {
        for (String error : ERRORS) {
            add(ScriptedMemory.PLAIN.writable().failing(error), content, null);
        }
        add(ScriptedMemory.PLAIN.writable().failing("TypeError").redirecting(), content, null);
    }

    private void empty() {
        Content none = Content.of("");
        add(ScriptedMemory.PLAIN.writable().atNull(), none, null);
        add(ScriptedMemory.PLAIN.atNull(), none, null);
        for (PythonObject object : PythonObject.values()) {
            if (object.nature() == Nature.PLAIN && lawful(object)) {
                add(object, none, null);
            }
        }
    }

    /** Those that the function takes, and one that it does not. */
    private List<Content> chosen() {
        List<Content> taken = kept(true);
        List<Content> chosen = new ArrayList<>(taken.subList(0, Math.min(TAKEN, taken.size())));
        // a long one shows what a short one may not
        if (taken.size() > TAKEN) {
            chosen.add(taken.get(taken.size() - 1));
        }
        List<Content> refused = kept(false);
        chosen.addAll(refused.subList(0, Math.min(chosen.isEmpty() ? TAKEN : REFUSED, refused.size())));
        return chosen;
    }

    private List<Content> few() {
        List<Content> chosen = chosen();
        return chosen.subList(0, Math.min(2, chosen.size()));
    }

    private List<Content> kept(boolean taken) {
        List<Content> kept = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            // memory of four bytes and more has every shape
            if (inspection.contents().get(i) == taken && contents.get(i).length() >= 2) {
                kept.add(contents.get(i));
            }
        }
        kept.sort(Comparator.comparingInt(content -> content.length() < 4 || content.length() % 4 != 0 ? 1 : 0));
        return kept;
    }

    private void add(ScriptedMemory memory, Content content, Integer wrong) {
        scenarios.add(scenario(Offered.of(memory), content, wrong));
    }

    private void add(PythonObject object, Content content, Integer wrong) {
        scenarios.add(scenario(Offered.of(object), content, wrong));
    }

    private ConsumerScenario scenario(Offered offered, Content content, Integer wrong) {
        return new ConsumerScenario(offered, content, wrong, inspection.reference());
    }
}
