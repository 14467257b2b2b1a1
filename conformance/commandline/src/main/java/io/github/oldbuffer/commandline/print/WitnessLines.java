package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Evidence.Seen;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a finding looks like: the last steps of its witness, and where to look. */
final class WitnessLines {

    private static final String INDENT = "    ";
    private static final int MOST = 3;
    private static final int WIDTH = 100;

    private WitnessLines() {}

    /** Nothing where nobody recorded the witness. */
    static List<String> of(Finding finding) {
        List<String> lines = new ArrayList<>();
        if (finding.evidence() != null) {
            List<Seen> steps = finding.evidence().steps();
            List<Seen> last = steps.subList(Math.max(0, steps.size() - MOST), steps.size());
            if (last.size() < steps.size()) {
                lines.add(INDENT + "...");
            }
            last.forEach(seen -> lines.add(INDENT + cut(line(seen))));
        }
        Optional.ofNullable(finding.clause())
                .flatMap(Clauses::find)
                .map(Clause::lookAt)
                .ifPresent(advice -> lines.addAll(Wrapped.lines("Look at: " + advice, INDENT)));
        return lines;
    }

    private static String line(Seen seen) {
        boolean plain = seen.happened().isEmpty() || seen.happened().equals("done");
        return Printable.of(plain ? seen.step() : seen.step() + "  ->  " + seen.happened());
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "...";
    }
}
