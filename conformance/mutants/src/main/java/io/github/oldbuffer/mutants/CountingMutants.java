package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.exporter.ScriptedObject;
import io.github.oldbuffer.model.function.DocumentFunctions;
import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;
import java.util.function.BiConsumer;

/** References and exports, of all four functions: clauses 10 and 11, CHECK-4 and CHECK-5. */
final class CountingMutants {
    private static final int SELDOM = 50;

    private CountingMutants() {}

    static List<Mutant> of(Function f) {
        String references = ClauseFunctions.about(f, "CHAR-10", "READ-10", "WRITE-10", "CHECK-4");
        String exports = ClauseFunctions.about(f, "CHAR-11", "READ-11", "WRITE-11", "CHECK-5");
        return List.of(
                counting(references, "keeps-a-reference-without-memory", f, (asked, lawful) -> {
                    if (!asked.hasMemory()) {
                        asked.object().retain();
                    }
                    return lawful;
                }),
                counting(references, "keeps-a-reference-now-and-then", f, (asked, lawful) -> {
                    if (asked.number() % SELDOM == 0) {
                        asked.object().retain();
                    }
                    return lawful;
                }),
                counting(references, "loses-a-reference-of-dimensions", f, (asked, lawful) -> {
                    if (asked.oneSegment() && asked.dimensions(2, 64)) {
                        asked.object().drop(asked.machine());
                    }
                    return lawful;
                }),
                new Mutant(
                        references,
                        "loses-a-reference-of-the-object-before",
                        List.of(),
                        f.cName() + " gives up a reference to the object that it was called on before",
                        () -> Behaviour.of(f, new LosingTheLast())),
                releasing(exports, "forgets-the-release", f, (machine, view) -> {}, "never releases its view")
                        .alsoBreaking(references),
                releasing(
                        exports,
                        "gives-up-the-reference-alone",
                        f,
                        (machine, view) -> {
                            PyObject owner = view.obj();
                            if (owner != null) {
                                owner.drop(machine);
                            }
                        },
                        "gives up its reference to the view's owner without telling the owner"),
                releasing(
                        exports,
                        "tells-the-owner-twice",
                        f,
                        (machine, view) -> {
                            if (view.obj() != null) {
                                view.obj().releaseBuffer(machine, view);
                            }
                            machine.release(view);
                        },
                        "tells the view's owner twice that it is released"),
                new Mutant(
                        exports,
                        "releases-what-was-refused",
                        List.of(),
                        f.cName() + " tells an exporter that refused that its view is released",
                        () -> Behaviour.of(new ReleasingRefused(f))));
    }

    private static Mutant counting(String clause, String name, Function function, Fault fault) {
        String sentence = function.cName() + " " + name.replace('-', ' ');
        return Mutant.of(clause, name, function, fault, sentence);
    }

    private static Mutant releasing(
            String clause, String name, Function wrong, BiConsumer<Machine, BufferView> release, String sentence) {
        return new Mutant(
                clause,
                name,
                List.of(),
                wrong.cName() + " " + sentence,
                () -> Behaviour.of(new Releasing(wrong, release)));
    }

    /** Drops a reference to the object of the call before, unless that was the same. */
    private static final class LosingTheLast implements Fault {
        private PyObject last;

        @Override
        public Answer instead(Asked asked, Answer lawful) {
            if (last != null && last != asked.object()) {
                last.drop(asked.machine());
            }
            last = asked.object();
            return lawful;
        }
    }

    /** The document's functions, of which one gives back what it was never given; recording exporters get to see it. */
    private static final class ReleasingRefused extends DocumentFunctions {
        private final Function wrong;

        private ReleasingRefused(Function wrong) {
            this.wrong = wrong;
        }

        @Override
        protected void refused(Function function, Machine machine, PyObject object) {
            if (function == wrong && object instanceof ScriptedObject) {
                object.releaseBuffer(
                        machine, new BufferView(object, null, 0, true, 1, null, 1, null, null, null, "never granted"));
            }
        }
    }

    /** The document's functions, of which one ends its views in another way. */
    private static final class Releasing extends DocumentFunctions {
        private final Function wrong;
        private final BiConsumer<Machine, BufferView> instead;

        private Releasing(Function wrong, BiConsumer<Machine, BufferView> instead) {
            this.wrong = wrong;
            this.instead = instead;
        }

        @Override
        protected void release(Function function, Machine machine, BufferView view) {
            if (function == wrong) {
                instead.accept(machine, view);
            } else {
                super.release(function, machine, view);
            }
        }
    }
}
