package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What was found of a port in several CPythons: a column for each, what is not the same in all of them first. */
public final class PortTable {

    private static final int FIRST = 56;
    private static final String GAP = "  ";
    private static final int WIDTH = 9;
    private static final String INDENT = "    ";

    private final Results results;
    private final Path folder;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private PortTable(Results results, Path folder, Paint paint) {
        this.results = results;
        this.folder = folder;
        this.paint = paint;
    }

    /**
     * @param port in the first of them
     * @param results with the paths of the report
     * @param compared whether differences were looked for
     * @param folder of the report, as the user named it
     */
    public static List<String> of(Port port, Results results, boolean compared, Path folder, Paint paint) {
        PortTable table = new PortTable(results, folder, paint);
        table.heading(port);
        table.answers(compared);
        Map<Finding.Key, List<Optional<Finding>>> rows = table.rows();
        table.part("Not the same in all of them:", rows, row -> row.stream().anyMatch(Optional::isEmpty));
        table.part("The same in all of them:", rows, row -> row.stream().noneMatch(Optional::isEmpty));
        return table.lines;
    }

    private void heading(Port port) {
        lines.add(paint.heading(
                port.identity().id() + " in " + Words.count(results.runs().size(), "CPython", "CPythons")));
        port.names()
                .forEach((function, name) ->
                        lines.add("  " + function.cName() + (name.equals(function.cName()) ? "" : ": " + name)));
        lines.add("");
    }

    private void answers(boolean compared) {
        row("", run -> run.implementation().version());
        row("1. Does it keep the contract?", run -> answer(run, finding -> !isDifference(finding)));
        if (compared) {
            row("2. Does it do what CPython's own functions do?", run -> answer(run, PortTable::isDifference));
        }
    }

    private static String answer(Run run, Predicate<Finding> asked) {
        if (run.findings().stream().anyMatch(finding -> !finding.known() && asked.test(finding))) {
            return "No";
        }
        return run.complete() ? "Yes" : "open";
    }

    /** Deaths of calls that no clause speaks of belong to the second question. */
    private static boolean isDifference(Finding finding) {
        return finding.kind() == Kind.DIFFERENCE
                || finding.kind() == Kind.DEATH
                        && Clauses.find(finding.shown().theme()).isEmpty();
    }

    /** What is not on file, with what each run has of it. */
    private Map<Finding.Key, List<Optional<Finding>>> rows() {
        Map<Finding.Key, List<Optional<Finding>>> rows = new LinkedHashMap<>();
        for (Predicate<Finding> wanted :
                List.<Predicate<Finding>>of(each -> !isDifference(each), PortTable::isDifference)) {
            for (Run run : results.runs()) {
                run.findings().stream()
                        .filter(finding -> !finding.known() && wanted.test(finding))
                        .forEach(finding -> rows.computeIfAbsent(finding.key(), this::row));
            }
        }
        return rows;
    }

    private List<Optional<Finding>> row(Finding.Key key) {
        return results.runs().stream()
                .map(run -> run.findings().stream()
                        .filter(finding -> !finding.known() && finding.key().equals(key))
                        .findFirst())
                .toList();
    }

    private void part(
            String title, Map<Finding.Key, List<Optional<Finding>>> rows, Predicate<List<Optional<Finding>>> wanted) {
        List<Map.Entry<Finding.Key, List<Optional<Finding>>>> part = rows.entrySet().stream()
                .filter(row -> wanted.test(row.getValue()))
                .toList();
        if (part.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint.heading(title));
        for (Map.Entry<Finding.Key, List<Optional<Finding>>> row : part) {
            String name = (row.getKey().clause() == null ? "" : row.getKey().clause() + " ")
                    + row.getKey().symptom();
            List<String> wrapped = Wrapped.lines(Printable.of(name), "  ", FIRST);
            cells(wrapped.get(0), row.getValue().stream().map(PortTable::word).toList());
            wrapped.subList(1, wrapped.size()).forEach(line -> lines.add("  " + line));
            row.getValue().stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(finding ->
                            lines.add(INDENT + folder.resolve(finding.witness()).getParent()));
        }
    }

    private void where(Finding finding) {
        if (finding.place() != null) {
            lines.add(INDENT + "in " + Printable.of(finding.place().words()));
        }
        lines.add(INDENT + folder.resolve(finding.witness()).getParent());
    }

    private static String word(Optional<Finding> finding) {
        return finding.map(found -> switch (found.kind()) {
                    case VIOLATION -> "VIOLATED";
                    case DEATH -> "dies";
                    case DIFFERENCE -> "differs";
                })
                .orElse("-");
    }

    private void row(String name, Function<Run, String> cell) {
        cells("  " + name, results.runs().stream().map(cell).toList());
    }

    private void cells(String name, List<String> words) {
        StringBuilder line = new StringBuilder(String.format("%-" + FIRST + "s", name));
        for (int i = 0; i < words.size(); i++) {
            line.append(GAP).append(paint.word(words.get(i), i + 1 < words.size() ? WIDTH : 0));
        }
        lines.add(line.toString());
    }
}
