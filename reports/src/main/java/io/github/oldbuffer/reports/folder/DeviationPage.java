package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.util.List;

/** The {@code README.md} beside a witness: what deviates, from what, and how to see it again. */
final class DeviationPage {

    private DeviationPage() {}

    /** @param witness path of the witness as the reader would type it */
    static String text(Deviation deviation, String witness) {
        StringBuilder page = new StringBuilder();
        page.append("# ")
                .append(deviation.clause())
                .append(": ")
                .append(deviation.symptom())
                .append("\n\n");
        Clauses.find(deviation.clause())
                .map(Clause::statement)
                .ifPresent(
                        statement -> page.append("Clause: ").append(statement).append("\n\n"));
        page.append("What happened: ").append(deviation.reason()).append("\n\n");
        page.append("Seen with: ")
                .append(deviation.implementation().name())
                .append(' ')
                .append(deviation.implementation().version())
                .append("\n\n");
        page.append(deviation.known() ? "Known: " + deviation.why() : "Not known: no entry on file matches it.")
                .append("\n\n");
        page.append(Again.programs(deviation)).append(Again.replay(witness, List.of(deviation.implementation())));
        Clauses.find(deviation.clause())
                .ifPresent(clause -> page.append("\n    ./conform explain ").append(clause.id()));
        return page.append("\n").toString();
    }
}
