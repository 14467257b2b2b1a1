package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.build.Spelled;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.DeclarationReader;
import io.github.oldbuffer.ports.declaration.Parameter;
import io.github.oldbuffer.ports.declaration.Token;
import io.github.oldbuffer.ports.tree.Candidate.Way;
import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for candidates in one source. */
record FileSearch(SourceText text) {

    private static final String GET = "PyObject_GetBuffer";

    private static final Pattern DEFINE = Pattern.compile("\\s*#\\s*define\\s+(\\w+)(?:\\([^)]*\\))?(?:\\s.*)?");

    private static final Pattern ORIGINAL =
            Pattern.compile("\\bPyObject_(?:AsCharBuffer|AsReadBuffer|CheckReadBuffer|AsWriteBuffer)\\b");

    /** A format with a length behind it, in a call that parses arguments. */
    private static final Pattern WITH_LENGTH = Pattern.compile(
            "Py(?:Arg|Object)_?\\w*Parse\\w*\\s*\\(.*\"[^\"]*[yszu]#[^\"]*\"|\"[^\"]*[ysz]#[^\"]*\"\\s*,");

    static FileSearch of(Path file, String text) {
        return new FileSearch(SourceText.of(file, text));
    }

    List<Candidate> candidates() {
        List<Declaration> functions = DeclarationReader.read(text.tokens()).functions().stream()
                .filter(Declaration::isDefinition)
                .toList();
        List<Candidate> found = new ArrayList<>();
        Set<String> defined = new HashSet<>();
        for (Declaration function : functions) {
            function(function).ifPresent(candidate -> {
                found.add(candidate);
                defined.add(function.simpleName());
            });
        }
        lines(functions, defined, found);
        return found;
    }

    private Optional<Candidate> function(Declaration function) {
        Optional<Function> original = Arrays.stream(Function.values())
                .filter(each -> each.cName().equals(function.simpleName()))
                .findFirst();
        if (original.isPresent()) {
            return Optional.of(
                    candidate(function, "a definition of " + original.get().cName(), original.get()));
        }
        if (!function.mentions(GET)) {
            return Optional.empty();
        }
        String what = "asks for a buffer in " + function.name()
                + (function.mentions("PyBuffer_Release") ? "" : ", which releases none itself");
        return Optional.of(candidate(function, what, Spelled.like(function)));
    }

    private Candidate candidate(Declaration function, String what, Function likely) {
        int line = function.body().stream()
                .filter(token -> token.is(GET))
                .mapToInt(Token::line)
                .findFirst()
                .orElse(function.line());
        boolean fits = Spelled.fits(likely, function);
        Way way = fits ? Way.AS_IT_IS : isForPython(function) ? Way.PYTHON_FUNCTION : Way.ADAPTER;
        return new Candidate(
                text.file(), line, what, function.name(), way, fits ? Optional.of(likely) : Optional.empty());
    }

    /** {@code PyObject *f(PyObject *self, PyObject *args)}, methods of types, and what initialises their objects. */
    private static boolean isForPython(Declaration function) {
        List<String> types =
                function.parameters().stream().map(Parameter::plainType).toList();
        if (types.isEmpty() || types.size() > 4 || !types.get(0).matches("\\w+\\*")) {
            return false;
        }
        boolean self = !types.get(0).equals("PyObject*");
        boolean arguments = types.size() > 1
                && types.subList(1, types.size()).stream()
                        .limit(2)
                        .allMatch(
                                type -> type.matches("(const )?PyObject\\*(const\\*)?\\*?|Py_ssize_t|PyTypeObject\\*"));
        String result = function.result().replaceAll("\\s|static|inline", "");
        return result.equals("PyObject*") && (self && types.size() == 1 || arguments)
                || result.equals("int")
                        && types.size() == 3
                        && arguments
                        && types.get(2).equals("PyObject*");
    }

    /** What is no function: macros, calls of the originals, formats with a length. */
    private void lines(List<Declaration> functions, Set<String> defined, List<Candidate> found) {
        boolean clean = text.lines().stream().anyMatch(line -> line.contains("PY_SSIZE_T_CLEAN"));
        for (int i = 0; i < text.lines().size(); i++) {
            String line = text.lines().get(i);
            Matcher define = DEFINE.matcher(line);
            Matcher original = ORIGINAL.matcher(line);
            boolean isMacro = define.matches();
            if (original.find()) {
                String name = original.group();
                Optional<Function> function = Arrays.stream(Function.values())
                        .filter(each -> each.cName().equals(name))
                        .findFirst();
                if (isMacro && line.contains("define " + name)) {
                    found.add(new Candidate(text.file(), i + 1, "a macro " + name, name, Way.AS_IT_IS, function));
                } else if (isMacro) {
                    found.add(at(functions, i + 1, "gives " + name + " another name, " + define.group(1)));
                } else if (!defined.contains(name) && !line.contains("#")) {
                    found.add(at(functions, i + 1, "uses " + name + ", which the headers of 3.13 do not declare"));
                }
            }
            if (isMacro && whole(i).contains(GET)) {
                found.add(at(functions, i + 1, "a macro that asks for a buffer, " + define.group(1)));
            }
            if (!clean && !isMacro && WITH_LENGTH.matcher(line).find()) {
                found.add(at(
                        functions,
                        i + 1,
                        "parses a length with # and without PY_SSIZE_T_CLEAN, a SystemError from 3.10 on"));
            }
        }
    }

    /** A line with those that it is continued on. */
    private String whole(int index) {
        StringBuilder whole = new StringBuilder();
        for (int i = index; i < text.lines().size(); i++) {
            whole.append(text.lines().get(i)).append('\n');
            if (!text.lines().get(i).endsWith("\\")) {
                break;
            }
        }
        return whole.toString();
    }

    private Candidate at(List<Declaration> functions, int line, String what) {
        Optional<Declaration> around = functions.stream()
                .filter(function -> function.line() <= line
                        && function.body().stream().mapToInt(Token::line).max().orElse(0) >= line)
                .reduce((before, last) -> last);
        Way way = around.map(FileSearch::isForPython).orElse(false) ? Way.PYTHON_FUNCTION : Way.NONE;
        return new Candidate(
                text.file(), line, what, around.map(Declaration::name).orElse(""), way, Optional.empty());
    }
}
