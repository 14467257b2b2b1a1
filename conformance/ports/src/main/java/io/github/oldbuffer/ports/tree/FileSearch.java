package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.build.Spelled;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.DeclarationReader;
import io.github.oldbuffer.ports.declaration.Token;
import io.github.oldbuffer.ports.text.SourceText;
import io.github.oldbuffer.ports.tree.Candidate.Way;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for candidates in one source.
 *
 * @param clean whether its lengths are of the type {@code Py_ssize_t}
 * @param slots which functions of the tree answer requests
 */
record FileSearch(SourceText text, boolean clean, ExporterSlots slots) {

    private static final String GET = "PyObject_GetBuffer";

    static FileSearch of(Path file, String text, boolean clean, ExporterSlots slots) {
        return new FileSearch(SourceText.of(file, text), clean, slots);
    }

    List<Candidate> candidates() {
        List<Declaration> functions = functions();
        List<Candidate> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Declaration function : functions) {
            function(function).ifPresent(candidate -> {
                found.add(candidate);
                known.add(function.simpleName());
            });
        }
        callers(functions, known, found);
        new LineSearch(text, clean, functions, known).addTo(found);
        return found;
    }

    /** Of conditions that do not tell both sides are read. */
    private List<Declaration> functions() {
        Map<String, Declaration> all = new LinkedHashMap<>();
        read(true).forEach(function -> all.put(function.name() + " " + function.line(), function));
        if (text.isOpen()) {
            read(false).forEach(function -> all.putIfAbsent(function.name() + " " + function.line(), function));
        }
        return List.copyOf(all.values());
    }

    private List<Declaration> read(boolean first) {
        return DeclarationReader.read(text.tokens(first)).functions().stream()
                .filter(Declaration::isDefinition)
                .toList();
    }

    private static Optional<Function> original(String name) {
        return Arrays.stream(Function.values())
                .filter(each -> each.cName().equals(name))
                .findFirst();
    }

    private Optional<Candidate> function(Declaration function) {
        Optional<Function> original = original(function.simpleName());
        if (original.isPresent()) {
            return Optional.of(
                    candidate(function, "a definition of " + original.get().cName(), original.get(), GET));
        }
        if (!function.mentions(GET)) {
            return Optional.empty();
        }
        if (function.result().contains("%")) {
            return Optional.of(new Candidate(
                    text.file(),
                    line(function, GET),
                    "asks for a buffer in a typemap or macro of SWIG's",
                    function.name(),
                    Way.NONE,
                    Optional.empty()));
        }
        if (slots.has(text.file(), function)) {
            return Optional.of(new Candidate(
                    text.file(),
                    line(function, GET),
                    "asks for a buffer in " + function.name() + ", with which a type answers requests",
                    function.name(),
                    Way.EXPORTER,
                    Optional.empty()));
        }
        String what = "asks for a buffer in " + function.name()
                + (function.mentions("PyBuffer_Release") ? "" : ", which releases none itself");
        return Optional.of(candidate(function, what, Spelled.like(function), GET));
    }

    /** Functions of the same form around one of the four, or around one that was found. */
    private void callers(List<Declaration> functions, Set<String> known, List<Candidate> found) {
        boolean more = true;
        while (more) {
            more = false;
            for (Declaration function : functions) {
                Optional<String> called = function.body().stream()
                        .map(Token::text)
                        .filter(word -> known.contains(word)
                                || original(word).filter(Function::hasOutputs).isPresent())
                        .filter(word -> !word.equals(function.simpleName()))
                        .findFirst();
                Function likely = called.flatMap(FileSearch::original).orElse(Spelled.like(function));
                if (called.isPresent()
                        && likely.hasOutputs()
                        && !known.contains(function.simpleName())
                        && Spelled.fits(likely, function)) {
                    known.add(function.simpleName());
                    String old = original(called.get()).isPresent() ? ", which the headers of 3.13 do not declare" : "";
                    found.add(candidate(
                            function, function.name() + " calls " + called.get() + old, likely, called.get()));
                    more = true;
                }
            }
        }
    }

    private static int line(Declaration function, String word) {
        return function.body().stream()
                .filter(token -> token.is(word))
                .mapToInt(Token::line)
                .findFirst()
                .orElse(function.line());
    }

    private Candidate candidate(Declaration function, String what, Function likely, String at) {
        boolean fits = Spelled.fits(likely, function);
        Way way = fits
                ? Way.AS_IT_IS
                : Spelled.isForPython(function)
                        ? Way.PYTHON_FUNCTION
                        : Spelled.gives(function) ? Way.ADAPTER : Way.NONE;
        return new Candidate(
                text.file(),
                line(function, at),
                what,
                function.name(),
                way,
                fits ? Optional.of(likely) : Optional.empty());
    }
}
