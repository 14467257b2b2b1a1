package io.github.oldbuffer.spec.text;

import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One line about a cause: the function, the object of the witness and what is wrong. */
public final class CauseTitle {

    private static final Pattern SEED = Pattern.compile(",? seed [0-9]+");
    private static final int LONGEST_OBJECT = 90;

    private CauseTitle() {}

    /**
     * Such as {@code PyObject_AsReadBuffer on memoryview(bytes(6))[::2]: succeeded on strided memory}.
     *
     * @param finding one that was shown, the gravest of its cause
     */
    public static String of(Finding finding) {
        String object = object(finding.shown().scenario(), finding.shown().step())
                .orElse(finding.object().equals("NULL") ? "NULL" : finding.object());
        String shorter = object.length() <= LONGEST_OBJECT ? object : object.substring(0, LONGEST_OBJECT) + "...";
        return finding.function() + " on " + shorter + ": " + finding.symptom();
    }

    private static Optional<String> object(Scenario scenario, int index) {
        List<Step> steps = scenario.steps();
        if (index < 0 || index >= steps.size()) {
            return Optional.empty();
        }
        return named(steps, subject(steps.subList(0, index + 1)))
                .map(text -> SEED.matcher(text).replaceAll(""));
    }

    private static Optional<String> named(List<Step> steps, int number) {
        for (Step step : steps) {
            if (step instanceof Step.Make make && make.object() == number) {
                return Optional.of(ExporterText.of(make.exporter()));
            } else if (step instanceof Step.Share share && share.object() == number) {
                return named(steps, share.of())
                        .map(base -> share.sharing().kind().word() + " over " + base);
            }
        }
        return Optional.empty();
    }

    /** The object of the latest call. */
    private static int subject(List<Step> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Step.Call call) {
                return call.nulls().contains(Step.Argument.OBJECT) ? -1 : call.object();
            }
        }
        return -1;
    }
}
