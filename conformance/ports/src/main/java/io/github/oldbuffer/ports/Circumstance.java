package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is unusual about a scenario: correct programs never come by it, and no clause speaks of it. */
public enum Circumstance {
    NULL("an argument is NULL"),
    PENDING("an exception is pending"),
    UNLAWFUL("an exporter breaks the rules");

    private final String words;

    Circumstance(String words) {
        this.words = words;
    }

    /** Where this is so. */
    public String words() {
        return words;
    }

    /** The one that a word of the command line names. */
    public static Optional<Circumstance> parse(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /**
     * What it takes for a finding to show, as its reduced witness tells; empty for one that correct programs can come by,
     * and for the violation of a clause.
     */
    public static Set<Circumstance> of(Finding finding) {
        Set<Circumstance> found = EnumSet.noneOf(Circumstance.class);
        if (finding.clause() != null) {
            return found;
        }
        List<Step> steps = finding.shown().scenario().steps();
        for (Step step : steps) {
            if (step instanceof Step.Call call) {
                if (!call.nulls().isEmpty()) {
                    found.add(NULL);
                }
                if (call.pending() != null) {
                    found.add(PENDING);
                }
            } else if (step instanceof Step.Make make && !lawful(make)) {
                found.add(UNLAWFUL);
            }
        }
        return found;
    }

    private static boolean lawful(Step.Make make) {
        try {
            return Subjects.of(make.exporter()).lawful();
        } catch (InvalidException senseless) {
            throw new IllegalStateException("a witness makes sense", senseless);
        }
    }
}
