package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.ports.build.Spelled;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.DeclarationReader;
import io.github.oldbuffer.ports.declaration.Preprocessed;
import io.github.oldbuffer.ports.declaration.Token;
import io.github.oldbuffer.ports.text.SourceText;
import io.github.oldbuffer.ports.tree.Candidate.Way;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for what is no function: macros, calls of the originals, formats with a length.
 *
 * @param clean whether lengths are of the type {@code Py_ssize_t}
 * @param functions of the source
 * @param known those that were found already
 */
record LineSearch(SourceText text, boolean clean, List<Declaration> functions, Set<String> known) {

    private static final Pattern DEFINE = Pattern.compile("\\s*#\\s*define\\s+(\\w+)(?:\\([^)]*\\))?(?:\\s.*)?");

    private static final Pattern ORIGINAL =
            Pattern.compile("\\bPyObject_(?:AsCharBuffer|AsReadBuffer|CheckReadBuffer|AsWriteBuffer)\\b");

    /** A format with a length behind it, in a call that parses arguments, or builds values. */
    static final Pattern WITH_LENGTH = Pattern.compile(
            "Py(?:Arg|Object|Eval)?_\\w*(?:Parse|Build|Call)\\w*\\s*\\([^;]*\"[^\"]*[yszu]#[^\"]*\"|\"[^\"]*[ysz]#[^\"]*\"\\s*,");

    private static final Pattern PARSES = Pattern.compile("PyArg_\\w*Parse");

    void addTo(List<Candidate> found) {
        boolean[] first = text.taken(true);
        boolean[] others = text.taken(false);
        for (int i = 0; i < text.lines().size(); i++) {
            if (first[i] || others[i]) {
                line(i, found);
            }
        }
    }

    private void line(int i, List<Candidate> found) {
        String line = text.lines().get(i);
        Matcher define = DEFINE.matcher(line);
        Matcher original = ORIGINAL.matcher(line);
        boolean isMacro = define.matches();
        if (original.find()) {
            original(i + 1, original.group(), isMacro ? define.group(1) : "", found);
        }
        if (isMacro && whole(i).contains("PyObject_GetBuffer")) {
            found.add(
                    makesFunction(whole(i))
                            ? new Candidate(
                                    text.file(),
                                    i + 1,
                                    "a macro that makes functions that ask for a buffer, " + define.group(1),
                                    define.group(1),
                                    Way.MADE_BY_MACRO,
                                    Optional.empty())
                            : at(i + 1, "a macro that asks for a buffer, " + define.group(1)));
        }
        if (!clean && !isMacro && WITH_LENGTH.matcher(line).find()) {
            found.add(at(
                    i + 1,
                    (PARSES.matcher(line).find() ? "parses" : "passes")
                            + " a length with # and without PY_SSIZE_T_CLEAN, a SystemError from 3.10 on"));
        }
    }

    /** @param macro that the line defines; empty for none */
    private void original(int line, String name, String macro, List<Candidate> found) {
        String text = this.text.lines().get(line - 1);
        if (macro.equals(name)) {
            Optional<Function> function = Arrays.stream(Function.values())
                    .filter(each -> each.cName().equals(name))
                    .findFirst();
            found.add(new Candidate(this.text.file(), line, "a macro " + name, name, Way.AS_IT_IS, function));
        } else if (!macro.isEmpty()) {
            found.add(at(line, "gives " + name + " another name, " + macro));
        } else if (!known.contains(name) && !text.contains("#") && !text.strip().startsWith("%ignore")) {
            Candidate use = at(line, "uses " + name + ", which the headers of 3.13 do not declare");
            boolean told = !use.name().isEmpty()
                    && known.contains(use.name())
                    && found.stream().anyMatch(other -> other.name().equals(use.name()) && other.line() == line);
            if (!told) {
                found.add(use);
            }
        }
    }

    /** Whether what a macro stands for is a function, whose name may be put together of its arguments. */
    private boolean makesFunction(String definition) {
        String body = definition
                .replace("\\\n", "\n")
                .replaceFirst("\\s*#\\s*define\\s+\\w+(\\([^)]*\\))?", "")
                .replaceAll("\\s*##\\s*", "");
        return DeclarationReader.read(
                        Preprocessed.of("# 1 \"" + text.file() + "\"\n" + body).tokens())
                .functions()
                .stream()
                .anyMatch(function -> function.isDefinition() && function.mentions("PyObject_GetBuffer"));
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

    private Candidate at(int line, String what) {
        Optional<Declaration> around = functions.stream()
                .filter(function -> function.line() <= line && last(function) >= line)
                .reduce((before, last) -> last);
        Way way = around.map(Spelled::isForPython).orElse(false) ? Way.PYTHON_FUNCTION : Way.NONE;
        return new Candidate(
                text.file(), line, what, around.map(Declaration::name).orElse(""), way, Optional.empty());
    }

    private static int last(Declaration function) {
        return function.body().stream().mapToInt(Token::line).max().orElse(0);
    }
}
