package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.implementation.Identity;
import java.util.List;

/** The {@code README.md} beside the witness of a difference. */
final class DifferencePage {

    private DifferencePage() {}

    /** @param witness path of the witness as the reader would type it */
    static String text(Difference difference, String witness) {
        return "# " + difference.symptom() + "\n\n"
                + "What happened: " + difference.reason() + "\n\n"
                + "Seen with: " + words(difference.left()) + "; the other is " + words(difference.right()) + "\n\n"
                + Again.programs(difference)
                + Again.replay(witness, List.of(difference.left(), difference.right()))
                + "\n";
    }

    private static String words(Identity implementation) {
        return implementation.name() + " " + implementation.version();
    }
}
