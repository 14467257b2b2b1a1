package io.github.oldbuffer.reports.html;

import io.github.oldbuffer.reports.compare.CauseChange;
import io.github.oldbuffer.reports.compare.Changes;
import io.github.oldbuffer.reports.compare.RunChange;
import io.github.oldbuffer.reports.words.ChangeWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What became different from one run to another as tables, a line for each cause; the page needs no script for them. */
final class ChangeTables {

    private ChangeTables() {}

    static Map<String, Object> of(Changes changes) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("pairs", changes.runs().stream().map(ChangeTables::pair).toList());
        told.put("fresh", changes.fresh());
        told.put("gone", changes.gone());
        return told;
    }

    private static Map<String, Object> pair(RunChange change) {
        return Map.of(
                "heading",
                ChangeWords.heading(change),
                "counts",
                ChangeWords.counts(change),
                "before",
                change.first(),
                "after",
                change.second(),
                "anyVerdicts",
                !change.verdicts().isEmpty(),
                "verdicts",
                change.verdicts(),
                "anyCauses",
                !change.causes().isEmpty(),
                "causes",
                change.causes().stream().map(cause -> row(change, cause)).toList());
    }

    private static Map<String, Object> row(RunChange change, CauseChange cause) {
        String witness = cause.told().witness() == null ? "" : cause.told().witness();
        return Map.of(
                "kind",
                kind(cause),
                "word",
                change.word(cause.state()),
                "title",
                cause.title(),
                "remarks",
                Stream.of(ChangeWords.why(change, cause), ChangeWords.filed(cause))
                        .filter(remark -> !remark.isEmpty())
                        .toList(),
                "headings",
                cause.headings(),
                "before",
                ChangeWords.before(cause),
                "after",
                ChangeWords.after(cause),
                "witness",
                witness.startsWith("deviations/") ? List.of(witness) : List.of());
    }

    /** The name that the style has for the colour. */
    private static String kind(CauseChange cause) {
        return switch (cause.state()) {
            case FIXED -> "holds";
            case NEW -> "new";
            case UNASKED -> "open";
            case SAME -> "known";
        };
    }
}
