package io.github.oldbuffer.commandline;

import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.PortResult;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.KnownDeviation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a porter reads: does the port keep the contract, and apart from that, where does it differ from CPython. */
final class PortLines {

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
     * @param run the result as results hold it
     * @param compared whether differences were looked for
     * @param folder of the report, as the user named it
     */
    static List<String> of(Port port, PortResult result, Run run, boolean compared, Path folder, Paint paint) {
        PortLines text = new PortLines(run, folder, paint);
        text.functions(port);
        text.contract(result);
        if (compared) {
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
        long fresh = run.clauses().stream()
                .filter(clause -> clause.violations().stream().anyMatch(found -> !found.known()))
                .count();
        List<Run.Crash> deaths = deaths();
        long open = run.clauses().stream()
                .filter(clause -> clause.verdict() == Run.Overall.NOT_EXERCISED)
                .count();
        say(verdict(fresh, deaths.size(), open));
        for (Run.Crash crash : deaths) {
            entry("dies", "", crash.symptom());
            place(crash.witness());
        }
        for (Run.ClauseResult clause : run.clauses()) {
            for (Run.ViolationResult found : clause.violations()) {
                if (!found.known()) {
                    entry("VIOLATED", clause.id(), found.symptom());
                    explain(found.reason());
                    place(found.witness());
                }
            }
        }
        notJudged();
        if (!result.givenUp().isEmpty()) {
            say("Called no more after killing its process too often: " + names(result.givenUp()) + ".");
        }
        shared();
        better(result);
    }

    private void notJudged() {
        String open = run.clauses().stream()
                .filter(clause -> clause.verdict() == Run.Overall.NOT_EXERCISED)
                .map(Run.ClauseResult::id)
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            say("Could not be judged, since the calls that they speak of did not get so far: " + open + ".");
        }
    }

    /** Each symptom once: the property of every clause that calls the function meets it. */
    private List<Run.Crash> deaths() {
        Map<String, Run.Crash> bySymptom = new LinkedHashMap<>();
        run.crashes().stream()
                .filter(crash -> !crash.known())
                .forEach(crash -> bySymptom.putIfAbsent(crash.symptom(), crash));
        return List.copyOf(bySymptom.values());
    }

    private String verdict(long fresh, long deaths, long open) {
        List<String> troubles = new ArrayList<>();
        if (fresh > 0) {
            troubles.add(Words.count(fresh, "clause is violated", "clauses are violated"));
        }
        if (deaths > 0) {
            troubles.add("it dies in " + Words.count(deaths, "way", "ways"));
        }
        if (open > 0) {
            troubles.add(Words.count(open, "clause could not be judged", "clauses could not be judged"));
        }
        String judged = Words.count(run.clauses().size(), "clause", "clauses") + ", "
                + Words.count(run.scenarios(), "scenario", "scenarios");
        return troubles.isEmpty()
                ? "Yes (" + judged + ")."
                : "No: " + String.join(", ", troubles) + " (" + judged + ").";
    }

    /** What CPython does as well: nobody will blame the port for it. */
    private void shared() {
        List<String> shared = run.clauses().stream()
                .flatMap(clause -> clause.violations().stream()
                        .filter(Run.ViolationResult::known)
                        .map(found -> clause.id() + " " + found.symptom()))
                .collect(Collectors.toCollection(ArrayList::new));
        run.crashes().stream()
                .filter(Run.Crash::known)
                .forEach(crash -> shared.add(crash.clause() + " " + crash.symptom()));
        if (!shared.isEmpty()) {
            say("Shared with CPython, whose own functions deviate in the same way: " + group(shared));
        }
    }

    /** What CPython does and the port does not: only where the clause holds altogether. */
    private void better(PortResult result) {
        Set<String> kept = run.clauses().stream()
                .filter(clause -> clause.verdict() == Run.Overall.HOLDS)
                .map(Run.ClauseResult::id)
                .collect(Collectors.toSet());
        Map<String, Long> stale = result.suite().stale().stream()
                .filter(entry -> kept.contains(entry.clause()))
                .collect(Collectors.groupingBy(KnownDeviation::clause, TreeMap::new, Collectors.counting()));
        stale.forEach((clause, count) -> say("It keeps " + clause + " better than CPython does, whose own functions"
                + " deviate from it in " + Words.count(count, "way", "ways")
                + ". Callers that rely on what CPython does will notice: see the differences."));
    }

    private void differences(PortResult result) {
        lines.add("");
        lines.add(paint.heading("2. Does it do what CPython's own functions do?"));
        String compared = Words.count(result.compared(), "scenario", "scenarios") + " run by both";
        if (run.differences().isEmpty()) {
            say((result.deviates() ? "No difference beyond that was found (" : "Yes (") + compared + ").");
            return;
        }
        say("No: " + Words.count(run.differences().size(), "difference", "differences") + " (" + compared
                + "). No clause forbids them as such; code that was written for the original may rely on it. The port"
                + " comes first, CPython is \"the other\".");
        for (Run.Difference difference : run.differences()) {
            entry("differs", "", difference.symptom());
            place(difference.witness());
        }
    }

    private static String names(Collection<Function> functions) {
        return functions.stream().sorted().map(Function::cName).collect(Collectors.joining(", "));
    }

    /** By the first word, the clause: {@code READ-3 (failed with ValueError, not TypeError, and 2 more)}. */
    private static String group(List<String> shared) {
        Map<String, List<String>> byClause = new LinkedHashMap<>();
        for (String words : shared) {
            String[] parts = words.split(" ", 2);
            byClause.computeIfAbsent(parts[0], clause -> new ArrayList<>()).add(parts[1]);
        }
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
