package io.github.oldbuffer.reports.compare;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became different from one run to another.
 *
 * @param verdicts the clauses whose verdicts differ
 * @param causes of both runs, each once: what is fixed first, what both have last
 */
public record RunChange(Identity before, Identity after, List<VerdictChange> verdicts, List<CauseChange> causes) {

    private static final String NOT_JUDGED = "not judged";

    public RunChange {
        verdicts = List.copyOf(verdicts);
        causes = List.copyOf(causes);
    }

    /** A clause whose verdict is another one. */
    public record VerdictChange(String clause, String was, String is) {}

    /** Of two runs. */
    public static RunChange of(Side before, Side after) {
        return new RunChange(
                before.run().implementation(),
                after.run().implementation(),
                verdicts(before.run(), after.run()),
                CauseChanges.between(before, after));
    }

    /** Whether they are versions of one implementation, so that one of them can have mended what the other does. */
    public boolean ofOneRuntime() {
        return before.name().equals(after.name());
    }

    /** What to call the first: its name and version, or its id where these do not tell the two apart. */
    public String first() {
        return name(before, after);
    }

    /** What to call the second. */
    public String second() {
        return name(after, before);
    }

    private static String name(Identity one, Identity other) {
        boolean apart = !one.name().equals(other.name()) || !one.version().equals(other.version());
        return apart ? one.name() + " " + one.version() : one.id();
    }

    /** What to call a state: nothing is mended where the two are not versions of one implementation. */
    public String word(CauseChange.State state) {
        if (ofOneRuntime()) {
            return state.word();
        }
        return switch (state) {
            case FIXED -> "only " + first();
            case NEW -> "only " + second();
            case UNASKED -> state.word();
            case SAME -> "both";
        };
    }

    /** Whether one has a cause that the other was asked about and has not. */
    public boolean differs() {
        return count(CauseChange.State.FIXED) + count(CauseChange.State.NEW) > 0;
    }

    /** How many causes there are in a state. */
    public long count(CauseChange.State state) {
        return causes.stream().filter(cause -> cause.state() == state).count();
    }

    private static List<VerdictChange> verdicts(Run before, Run after) {
        Map<String, String> old = verdicts(before);
        Map<String, String> fresh = verdicts(after);
        Set<String> clauses = new LinkedHashSet<>(old.keySet());
        clauses.addAll(fresh.keySet());
        List<VerdictChange> changes = new ArrayList<>();
        for (String clause : clauses) {
            String was = old.getOrDefault(clause, NOT_JUDGED);
            String is = fresh.getOrDefault(clause, NOT_JUDGED);
            if (!was.equals(is)) {
                changes.add(new VerdictChange(clause, was, is));
            }
        }
        return changes;
    }

    private static Map<String, String> verdicts(Run run) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (ClauseResult clause : run.clauses()) {
            verdicts.put(clause.id(), clause.verdict().name());
        }
        return verdicts;
    }
}
