package io.github.oldbuffer.mutants;

import io.github.oldbuffer.spec.scenario.Function;

/** The clauses that compare a function with others, and so notice when its success or its outputs are wrong. */
final class Comparisons {
    private Comparisons() {}

    /** Where the function fails although it should succeed. */
    static String[] ofRefusals(Function function) {
        return switch (function) {
            case READ -> new String[] {"ALL-1", "ALL-2", "NEW-1", "NEW-3"};
            case WRITE -> new String[] {"NEW-2", "NEW-4"};
            case CHECK -> new String[] {"ALL-1"};
            case CHAR -> new String[0];
        };
    }

    /** Where the function succeeds although it should fail. */
    static String[] ofGrants(Function function) {
        return switch (function) {
            case READ -> new String[] {"ALL-1", "NEW-1", "NEW-3"};
            case WRITE -> new String[] {"NEW-2", "NEW-4"};
            case CHECK -> new String[] {"ALL-1"};
            case CHAR -> new String[0];
        };
    }

    /** Where the function gives other outputs than it should. */
    static String[] ofOutputs(Function function) {
        return switch (function) {
            case READ -> new String[] {"ALL-2", "NEW-1", "NEW-3"};
            case WRITE -> new String[] {"ALL-2", "NEW-2", "NEW-4"};
            case CHECK, CHAR -> new String[0];
        };
    }
}
