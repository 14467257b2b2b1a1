package io.github.oldbuffer.commandline.port;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.ShellWords;
import io.github.oldbuffer.ports.text.TextFile;
import io.github.oldbuffer.ports.tree.Candidate;
import io.github.oldbuffer.ports.tree.TreeSearch;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.KitCommand;
import io.github.oldbuffer.spec.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lists what in a source tree does what the four functions did, and judges what can be judged as it is.
 *
 * @param judge makes what judges one file, by the names of its functions
 * @param told what was said of each text so far
 */
record PortTree(
        Path folder, PortPython python, Function<Asked, PortJudge> judge, PrintWriter out, Map<String, Told> told) {

    private static final String INDENT = "    ";

    PortTree(Path folder, PortPython python, Function<Asked, PortJudge> judge, PrintWriter out) {
        this(folder, python, judge, out, new HashMap<>());
    }

    /** What was said of a function, which a tree may hold many copies of. */
    record Told(String where, String answer) {}

    /** One file, and what its functions are called. */
    record Asked(Path file, PortNames names) {}

    /**
     * Prints the list.
     *
     * @return what was judged
     */
    List<PortJudge.Judged> list(int tries, long seed) throws CommandException {
        TreeSearch search;
        try {
            search = TreeSearch.in(folder);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw CommandException.notJudged(folder + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        if (!search.unread().isEmpty()) {
            out.println(Printable.of("not read: " + search.unread().get(0)
                    + (search.unread().size() == 1
                            ? ""
                            : " and " + (search.unread().size() - 1) + " more")));
        }
        if (search.candidates().isEmpty()) {
            throw CommandException.notJudged(
                    "nothing below " + folder + " does what the four functions did ("
                            + Words.count(search.files(), "source", "sources") + " read)",
                    null);
        }
        long files =
                search.candidates().stream().map(Candidate::file).distinct().count();
        out.println(folder + ": " + Words.count(search.candidates().size(), "place", "places") + " in "
                + Words.count(files, "file", "files") + " (" + Words.count(search.files(), "source", "sources")
                + " read)");
        List<PortJudge.Judged> judged = new ArrayList<>();
        for (Candidate each : search.candidates()) {
            out.println();
            out.println(Printable.of(each.file() + ":" + each.line() + "  " + each.what()));
            out.println(INDENT + Printable.of(way(each)));
            if (each.way() == Candidate.Way.AS_IT_IS) {
                judge(each, tries, seed, judged);
            }
            out.flush();
        }
        return judged;
    }

    private static String way(Candidate candidate) {
        String file = ShellWords.quoted(candidate.file().toString());
        return switch (candidate.way()) {
            case AS_IT_IS ->
                "as it is: " + KitCommand.NAME + " port " + file
                        + (isOriginal(candidate) ? "" : " --names " + names(candidate));
            case ADAPTER ->
                "with an adapter: " + KitCommand.NAME + " port " + file + " --adapt " + candidate.name()
                        + " --out adapter" + (isCpp(candidate.file()) ? ".cpp" : ".c");
            case PYTHON_FUNCTION ->
                "through the function of Python's that it makes: " + KitCommand.NAME + " call '"
                        + (candidate.called().isEmpty() ? "MODULE.FUNCTION(_)" : candidate.called()) + "'"
                        + (isC(file) ? "; it is " + candidate.name() + " in C" : "");
            case MADE_BY_MACRO ->
                "each by its name, where that file or one that includes it makes it: " + KitCommand.NAME + " port "
                        + file + " --names AsReadBuffer=NAME";
            case EXPORTER ->
                "through an object of that type: " + KitCommand.NAME + " object --exporter 'MODULE.TYPE(...)'";
            case ANOTHER_FILE -> {
                String other = isC(file) ? ".c" : ".pyx";
                yield "not compiled here: " + kind(file) + "; with " + candidate.name() + " alone in a " + other
                        + " file: " + KitCommand.NAME + " port FILE" + other + " --names AsReadBuffer="
                        + candidate.name();
            }
            case NONE ->
                "judged through what Python code can call of it, with " + KitCommand.NAME + " call or "
                        + KitCommand.NAME + " scan";
        };
    }

    private static boolean isCpp(Path file) {
        return Language.of(file).filter(Language.CPP::equals).isPresent();
    }

    private static boolean isC(String file) {
        return !file.matches(".*\\.p(yx|xi|xd)(\\.\\w+)?");
    }

    /** Why a file is read, and not compiled. */
    private static String kind(String file) {
        return file.matches(".*\\.mm?")
                ? "Objective-C needs a compiler and headers that the kit does not use"
                : file.endsWith(".pxi") || file.endsWith(".pxd")
                        ? "it is part of the .pyx that includes it"
                        : "it is a template that a build turns into a source";
    }

    private static boolean isOriginal(Candidate candidate) {
        return candidate.name().equals(candidate.function().orElseThrow().cName());
    }

    private static String names(Candidate candidate) {
        return candidate.function().orElseThrow().cName().substring("PyObject_".length()) + "=" + candidate.name();
    }

    private void judge(Candidate candidate, int tries, long seed, List<PortJudge.Judged> judged) {
        String text = names(candidate) + text(candidate);
        Told before = told.get(text);
        if (before != null) {
            out.println(INDENT + "the same text as " + before.where() + ": " + before.answer());
            return;
        }
        Asked asked = new Asked(candidate.file(), PortNames.parse(names(candidate)));
        String answer;
        try {
            PortJudge.Judged one = judge.apply(asked).in(python, tries, seed);
            judged.add(one);
            answer = answer(one.run());
        } catch (PortException | UnavailableException | IOException | CommandException unusable) {
            answer = "not judged: " + Printable.of(String.valueOf(unusable.getMessage()));
        }
        told.put(text, new Told(candidate.file() + ":" + candidate.line(), answer));
        out.println(INDENT + answer);
    }

    /** The function around a place; the place itself where that cannot be told. */
    private static String text(Candidate candidate) {
        try {
            List<String> lines = TextFile.read(candidate.file()).lines().toList();
            int first = Math.min(candidate.line(), lines.size()) - 1;
            int last = first;
            while (first > 0 && !lines.get(first - 1).startsWith("}")) {
                first--;
            }
            while (last < lines.size() && !lines.get(last).startsWith("}")) {
                last++;
            }
            return lines.get(Math.max(0, candidate.line() - 1)).startsWith("#")
                    ? candidate.toString()
                    : String.join("\n", lines.subList(first, last));
        } catch (IOException unreadable) {
            return candidate.toString();
        }
    }

    /** In a line: what is violated, where it dies, how often it differs. */
    private static String answer(Run run) {
        List<Finding> fresh =
                run.findings().stream().filter(finding -> !finding.known()).toList();
        String clauses = fresh.stream()
                .filter(finding -> finding.clause() != null)
                .map(Finding::clause)
                .distinct()
                .collect(Collectors.joining(", "));
        long deaths =
                fresh.stream().filter(finding -> finding.kind() == Kind.DEATH).count();
        long differences = fresh.stream()
                .filter(finding -> finding.kind() == Kind.DIFFERENCE)
                .count();
        List<String> words = new ArrayList<>();
        words.add(clauses.isEmpty() ? "keeps the contract" : "violates " + clauses);
        if (deaths > 0) {
            words.add("dies in " + Words.count(deaths, "way", "ways"));
        }
        if (differences > 0) {
            words.add("differs from CPython in " + Words.count(differences, "way", "ways"));
        }
        return String.join("; ", words);
    }

    /** Of what was judged the worst. */
    static int status(List<PortJudge.Judged> judged) {
        int status = judged.isEmpty() ? ExitStatus.NOT_JUDGED : ExitStatus.CONFORMS;
        for (PortJudge.Judged each : judged) {
            status = ExitStatus.worse(status, ExitStatus.worse(each.status(), ExitStatus.of(each.run())));
        }
        return status;
    }
}
