package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.ports.PortResult;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.text.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a porter reads: does the port keep the contract, and apart from that, where does it differ from CPython. */
public final class PortLines {

    private static final String INDENT = " ".repeat(20);
    private static final int WIDTH = 8;

    private final Run run;
    private final Path folder;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private PortLines(Run run, Path folder, Paint paint) {
        this.run = run;
        this.folder = folder;
        this.paint = paint;
    }

    /**
     * @param run the result as the report has it
     * @param folder of the report, as the user named it
     */
    public static List<String> of(Port port, PortResult result, Run run, Path folder, Paint paint) {
        PortLines text = new PortLines(run, folder, paint);
        text.functions(port);
        text.contract(result);
        if (result.compared() >= 0) {
            text.differences(result);
        }
        return text.lines;
    }

    private void functions(Port port) {
        lines.add(paint.heading(Words.of(run.implementation())));
        port.names()
                .forEach((function, name) ->
                        lines.add("  " + function.cName() + (name.equals(function.cName()) ? "" : ": " + name)));
        if (!port.missing().isEmpty()) {
            lines.add("  not part of the port, so CPython's own ran and is not judged: " + names(port.missing()));
        }
    }

    private void contract(PortResult result) {
        lines.add("");
        lines.add(paint.heading("1. Does it keep the contract?"));
        say(verdict(result));
        causes(finding -> finding.kind() != Kind.DIFFERENCE && !outside(finding))
                .forEach(this::cause);
        notJudged();
        if (!result.functionsGivenUp().isEmpty()) {
            say("Some calls were made no more, because they had killed the process often enough: "
                    + names(result.functionsGivenUp()) + ".");
        }
        shared();
        better(result);
    }

    /** Deaths of calls that no clause speaks of do not decide whether the contract is kept. */
    private boolean outside(Finding finding) {
        return finding.kind() == Kind.DEATH
                && Clauses.find(finding.shown().theme()).isEmpty();
    }

    /** Findings that are not on file, by cause. */
    private Map<Cause, List<Finding>> causes(Predicate<Finding> wanted) {
        Map<Cause, List<Finding>> causes = new LinkedHashMap<>();
        run.findings().stream()
                .filter(finding -> !finding.known())
                .filter(wanted)
                .forEach(finding -> causes.computeIfAbsent(finding.cause(), cause -> new ArrayList<>())
                        .add(finding));
        return causes;
    }

    /** A title names the witness of the gravest finding; where that is told elsewhere another's would not fit it. */
    private void cause(Cause cause, List<Finding> findings) {
        boolean gravest = run.findings().stream()
                .filter(finding -> finding.cause().equals(cause))
                .findFirst()
                .filter(findings::contains)
                .isPresent();
        say(gravest ? cause.title() : "The same cause as above: " + cause.title());
        if (gravest) {
            WitnessLines.of(findings.get(0)).forEach(lines::add);
        }
        for (Finding finding : findings) {
            String word = switch (finding.kind()) {
                case VIOLATION -> "VIOLATED";
                case DEATH -> "dies";
                case DIFFERENCE -> "differs";
            };
            entry(word, finding.clause() == null ? "" : finding.clause(), finding.symptom());
            if (finding.kind() == Kind.VIOLATION && finding == findings.get(0)) {
                explain(finding.reason());
            }
            if (finding.place() != null) {
                explain("in " + finding.place().words());
            }
            place(finding.witness());
        }
    }

    private void notJudged() {
        Map<String, List<String>> open = run.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.NOT_EXERCISED)
                .collect(Collectors.groupingBy(
                        clause -> clause.scenarios() == 0 ? "" : clause.why(),
                        LinkedHashMap::new,
                        Collectors.mapping(ClauseResult::id, Collectors.toList())));
        open.forEach((missing, ids) -> say("Could not be judged, since no call "
                + (missing.isEmpty() ? "that they speak of" : "about " + missing) + " got so far: "
                + String.join(", ", ids) + "."));
        clauses(Verdict.DIED)
                .ifPresent(died ->
                        say("Not known to hold, since some of their scenarios killed the process: " + died + "."));
    }

    private Optional<String> clauses(Verdict verdict) {
        String ids = run.clauses().stream()
                .filter(clause -> clause.verdict() == verdict)
                .map(ClauseResult::id)
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    private long count(Verdict verdict) {
        return run.clauses().stream()
                .filter(clause -> clause.verdict() == verdict)
                .count();
    }

    private String verdict(PortResult result) {
        long fresh = run.clauses().stream()
                .filter(clause -> run.findings(clause.id()).stream().anyMatch(finding -> !finding.known()))
                .count();
        long deaths = run.findings().stream()
                .filter(finding -> finding.kind() == Kind.DEATH && !finding.known() && !outside(finding))
                .count();
        List<String> troubles = new ArrayList<>();
        if (fresh > 0) {
            troubles.add(Words.count(fresh, "clause is violated", "clauses are violated"));
        }
        if (deaths > 0) {
            troubles.add("it dies in " + Words.count(deaths, "way", "ways"));
        }
        long open = count(Verdict.NOT_EXERCISED);
        if (open > 0) {
            troubles.add(Words.count(open, "clause could not be judged", "clauses could not be judged"));
        }
        String judged = Words.count(run.clauses().size(), "clause", "clauses") + ", "
                + Words.count(result.ofClauses(), "scenario", "scenarios");
        if (troubles.isEmpty() && run.broken() != null) {
            return "Nobody can tell: " + run.broken() + " (" + judged + ").";
        }
        if (fresh == 0 && deaths == 0 && open > 0) {
            return "Nobody can tell: " + troubles.get(0) + " (" + judged + ").";
        }
        return troubles.isEmpty()
                ? "Yes (" + judged + ")."
                : "No: " + String.join(", ", troubles) + " (" + judged + ").";
    }

    /** What CPython does as well: nobody will blame the port for it. */
    private void shared() {
        List<Finding> shared = run.findings().stream().filter(Finding::known).toList();
        if (!shared.isEmpty()) {
            say("Known, most of it because CPython's own functions deviate in the same way: " + group(shared));
        }
    }

    /** What CPython does and the port does not: only where the clause holds altogether. */
    private void better(PortResult result) {
        result.better()
                .forEach((clause, count) -> say("It keeps " + clause
                        + " better than CPython does, whose own functions deviate from it in "
                        + Words.count(count, "way", "ways")
                        + ". Callers that rely on what CPython does will notice: see the differences."));
    }

    private void differences(PortResult result) {
        lines.add("");
        lines.add(paint.heading("2. Does it do what CPython's own functions do?"));
        String compared = Words.count(result.compared(), "scenario", "scenarios") + " run to the end by both";
        Map<Cause, List<Finding>> causes = causes(finding -> finding.kind() == Kind.DIFFERENCE || outside(finding));
        long differences = causes.values().stream().mapToLong(List::size).sum();
        if (differences == 0) {
            say((run.deviates()
                            ? "No difference beyond that was found ("
                            : run.broken() == null ? "Yes (" : "No difference that came again was found (")
                    + compared + ").");
            return;
        }
        say("No: " + Words.count(differences, "difference", "differences") + " (" + compared
                + "). No clause forbids them as such; code that was written for the original may rely on it. The port"
                + " comes first, CPython is \"the other\".");
        if (result.faithful()) {
            say(
                    "They show only where an argument is NULL, an exception is pending, or an exporter breaks the rules: for all"
                            + " that correct programs can see it is a faithful replacement. --ignore null,pending,unlawful leaves"
                            + " them out.");
        }
        causes.forEach(this::cause);
    }

    private static String names(Collection<Function> functions) {
        return functions.stream().sorted().map(Function::cName).collect(Collectors.joining(", "));
    }

    /** By the clause: {@code READ-3 (failed with ValueError, not TypeError, and 2 more)}. */
    private static String group(List<Finding> shared) {
        Map<String, List<String>> byClause = new LinkedHashMap<>();
        shared.forEach(finding -> byClause.computeIfAbsent(finding.heading(), clause -> new ArrayList<>())
                .add(finding.symptom()));
        return byClause.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue().get(0)
                        + (entry.getValue().size() == 1
                                ? ""
                                : ", and " + (entry.getValue().size() - 1) + " more")
                        + ")")
                .collect(Collectors.joining(", "));
    }

    private void say(String sentence) {
        lines.addAll(Wrapped.lines(Printable.of(sentence), "  "));
    }

    private void entry(String word, String clause, String symptom) {
        List<String> wrapped = Wrapped.lines(Printable.of(symptom), INDENT);
        lines.add("  " + paint.word(word, WIDTH) + " " + String.format("%-8s ", clause)
                + wrapped.get(0).substring(INDENT.length()));
        lines.addAll(wrapped.subList(1, wrapped.size()));
    }

    private void explain(String sentence) {
        lines.addAll(Wrapped.lines(Printable.of(sentence), INDENT));
    }

    private void place(String witness) {
        lines.add(INDENT + folder.resolve(witness).getParent());
    }
}
